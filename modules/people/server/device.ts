const devices: readonly [string, RegExp][] = [
  ['phone', /iPhone|Windows Phone|Android.*Mobile|OpenHarmony.*Mobile|HarmonyOS.*Phone/],
  ['tablet', /iPad|Android|Tablet|HarmonyOS/],
  ['computer', /Windows|Macintosh|Linux|CrOS/],
]
// The first that fits: every browser claims to be those below it.
const browsers: readonly [string, RegExp][] = [
  ['wecom', /wxwork/i],
  ['wechat', /MicroMessenger/],
  ['dingtalk', /DingTalk/i],
  ['edge', /Edg/],
  ['firefox', /Firefox|FxiOS/],
  ['chrome', /Chrome|CriOS/],
  ['safari', /Safari/],
]

const fits = (agent: string, kinds: readonly [string, RegExp][]): string =>
  kinds.find(([, sign]) => sign.test(agent))?.[0] ?? 'other'

/** The kind of device and browser as `computer/edge`: enough for its owner to know it again, and no more is kept. */
export const deviceOf = (agent: string, bearer: boolean): string =>
  bearer ? 'program/other' : `${fits(agent, devices)}/${fits(agent, browsers)}`
