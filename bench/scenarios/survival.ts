import { newDataDir, removeDataDir } from '#testing/data-folder.ts'
import { survive, type Survived } from '#testing/survival.ts'
import { rounded } from '../percentiles.ts'
import type { Asked, Measured, Scenario } from '../scenario.ts'

export const survival: Scenario = {
  what: 'reports while server and database are ended by kill -9: none that was acknowledged is lost or doubled',
  size: 2_000,
  sizeOf: 'reports',
  seconds: 1,
  clients: 20,
  run,
}

const kills = 2

async function run(asked: Asked): Promise<Measured> {
  const dataDir = await newDataDir('bench-survival')
  asked.say(`· ${asked.size} reports by ${asked.clients} clients, ${kills} times kill -9 in between`)
  try {
    const survived = await survive({ clients: asked.clients, reports: asked.size, kills, dataDir })
    return resultOf(asked, survived)
  } finally {
    await removeDataDir(dataDir)
  }
}

function resultOf(asked: Asked, survived: Survived): Measured {
  const { acknowledged, lost, unasked, changed, retries, findings, seconds } = survived
  const isIntact = Array.isArray(findings) && findings.length === 0
  const broken = [
    ...(acknowledged < asked.size ? [`${asked.size - acknowledged} reports were never acknowledged`] : []),
    ...(lost > 0 ? [`${lost} acknowledged reports are lost`] : []),
    ...(unasked > 0 ? [`${unasked} reports are there twice or without an acknowledgement`] : []),
    ...(changed > 0 ? [`${changed} receipts are not those in the database`] : []),
    ...(isIntact ? [] : ['verify does not find the histories intact']),
  ]
  asked.say(
    `· acknowledged ${acknowledged}, found ${acknowledged - lost}, duplicates ${unasked}, verify ${isIntact ? 'intact' : 'broken'}`,
  )
  return {
    ops_per_s: rounded(acknowledged / seconds),
    // Times would measure the restarts; the lifecycle scenario measures calls.
    p50_ms: null,
    p95_ms: null,
    p99_ms: null,
    limit_ops_per_s: null,
    ratio: null,
    errors: broken.length,
    acknowledged,
    found: acknowledged - lost,
    lost,
    duplicates: unasked,
    changed,
    retries,
    kills,
    seconds,
    verify_intact: isIntact,
    broken,
  }
}
