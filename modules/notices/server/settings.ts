import { setting } from '#kernel/server/settings.ts'
import { Channels, Rules } from '../contract.ts'

/** The ways out; none is open until an administrator opens it. Secrets are kept apart. */
export const channels = setting(
  'notices.channels',
  Channels,
  {
    sms: {
      on: false,
      provider: 'aliyun',
      keyId: '',
      signature: '',
      appId: '',
      region: '',
      base: '',
      templates: [],
    },
    email: { on: false, host: '', port: 465, secure: true, user: '', from: '' },
    wechat: { on: false, appId: '', mode: 'template', base: '', templates: [] },
    wecom: { on: false, corpId: '', agentId: '', base: '' },
    dingtalk: { on: false, appKey: '', agentId: '', base: '' },
  },
  { permission: 'notices.configure' },
)

export const rules = setting(
  'notices.rules',
  Rules,
  {
    quiet: { from: '22:00', until: '08:00' },
    linkBase: '',
    eraseAfterDays: 90,
    deleteAfterDays: 730,
    codesPerDay: 10,
    codesPerHour: 20,
  },
  { permission: 'notices.configure' },
)
