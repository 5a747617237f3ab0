import { setting } from '#kernel/server/settings.ts'
import { Interface } from '../contract.ts'

export const interfaceSetting = setting(
  'open311.interface',
  Interface,
  {
    kind: 'production',
    contact: '',
    keyService: '',
    testUrl: '',
    jurisdictionId: '',
    givesTokens: false,
  },
  { permission: 'open311.manage' },
)
