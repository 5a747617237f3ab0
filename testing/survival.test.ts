import { expect, it } from 'vitest'
import { newDataDir, removeDataDir } from './data-folder.ts'
import { survive } from './survival.ts'

it(
  'keeps every acknowledged report, once, though server and database are killed',
  { timeout: 240_000 },
  async () => {
    const dataDir = await newDataDir('survival')
    try {
      const survived = await survive({ clients: 5, reports: 100, kills: 2, dataDir })
      expect(survived).toMatchObject({
        acknowledged: 100,
        lost: 0,
        unasked: 0,
        changed: 0,
        kills: 2,
        findings: [],
      })
      expect(survived.retries).toBeGreaterThan(0)
    } finally {
      await removeDataDir(dataDir)
    }
  },
)
