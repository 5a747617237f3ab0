const zh = {
  title: '收件证明',
  what: '您反映的事一收到就记进公开的账，谁也不能悄悄删改。下面由您这台手机自己核对。',
  checking: '正在核对……',
  holds: '对得上：这件事确实收到过，记录没有改动。',
  broken: '对不上：请截图保存，并告诉社区或区里的审计人员。',
  steps: {
    report: '您说的话与收件指纹一致',
    event: '收件指纹写在办件记录里，记录没有改动',
    path: (place: number, size: number) => `这条记录是公开账目 ${size} 条里的第 ${place} 条`,
    head: (moment: string) => `账目在 ${moment} 签字发布`,
  },
  erased: '内容已按您的要求删除，只核对收件记录',
  unsigned: '这个浏览器不会核对签字，可下载后换一台设备核对',
  marks: { good: '对得上', bad: '对不上', open: '没法核对' },
  download: '下载证明文件',
  checker: '下载离线核对页',
  keep: '两样一起存好，以后断网也能自己核对，不用相信任何人。',
  fingerprint: '收件指纹',
  back: '回到回执',
  log: '看公开账目',
}

const en: typeof zh = {
  title: 'Proof of receipt',
  what: 'What you reported was entered in a public log the moment it came; nobody can change or remove it unseen. Your own phone checks this below.',
  checking: 'Checking…',
  holds: 'It holds: this was received, and the record is unchanged.',
  broken: 'It does not hold. Keep a picture of this page and tell the community or the district’s auditor.',
  steps: {
    report: 'What you said fits the fingerprint',
    event: 'The fingerprint stands in the record, and the record is unchanged',
    path: (place, size) => `The record is entry ${place} of ${size} in the public log`,
    head: (moment) => `The log was signed and published ${moment}`,
  },
  erased: 'The words were erased at your wish; only the record is checked',
  unsigned: 'This browser cannot check signatures; download the proof and check it on another device',
  marks: { good: 'holds', bad: 'does not hold', open: 'cannot be checked' },
  download: 'Download the proof',
  checker: 'Download the page that checks it offline',
  keep: 'Keep both: together they work without a network and without trusting anybody.',
  fingerprint: 'Fingerprint',
  back: 'Back to the receipt',
  log: 'See the public log',
}

export const messages = { zh, en }
