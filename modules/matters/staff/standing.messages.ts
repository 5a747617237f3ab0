const zh = {
  region: '需要留意的',
  paused: (until: string) => `等来件人回话，计时暂停，最晚等到 ${until}。`,
  asked: (by: string) => `${by}问`,
  askedRunning: '问过来件人，还没有回话；这件事已经超期，计时不停。',
  late: (since: string) => `亮红灯：${since} 起超过时限。`,
  soon: '亮黄灯：快到期了。',
  raised: (by: string, since: string) => `${since} 起由${by}督办。`,
  risesAt: (at: string) => `再不办完，${at} 报到更上一级。`,
  instruction: (by: string, at: string) => `${by} ${at} 的督办意见`,
  disputed: (by: string) => `${by}认为不归自己办，等上级裁定；裁定前仍由现在的单位办，计时不停。`,
  suggests: (name: string) => `认为该归${name}办。`,
  urged: (count: number) => `来件人催过 ${count} 次。`,
  hidden: '已从公示里撤下，来件人照常看得到。',
  links: {
    merged_into: '已并入',
    merged_from: '并进来的',
    split_into: '分出去的',
    split_from: '分自',
  },
}
const en: typeof zh = {
  region: 'To be aware of',
  paused: (until) => `The reporter is being asked; the clock stands still, at most until ${until}.`,
  asked: (by) => `${by} asked`,
  askedRunning: 'The reporter was asked and has not answered; it is late already, so the clock runs on.',
  late: (since) => `Red: past its time since ${since}.`,
  soon: 'Yellow: due soon.',
  raised: (by, since) => `Supervised by ${by} since ${since}.`,
  risesAt: (at) => `Rises a level further on ${at} if it is not done.`,
  instruction: (by, at) => `Instruction of ${by}, ${at}`,
  disputed: (by) =>
    `${by} says it is not theirs; the level above decides. Until then it stays, and the clock runs on.`,
  suggests: (name) => `They think it belongs to ${name}.`,
  urged: (count) => (count === 1 ? 'The reporter urged it once.' : `The reporters urged it ${count} times.`),
  hidden: 'Off the public pages; the reporter still sees it.',
  links: {
    merged_into: 'Merged into',
    merged_from: 'Merged in',
    split_into: 'Split off',
    split_from: 'Split from',
  },
}
export const messages = { zh, en }
