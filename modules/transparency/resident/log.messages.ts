const zh = {
  title: '公开账目',
  what: '每件来件、每一步办理都是账目里的一条。每小时把新的一批接在后面，签字发布下面的根值；谁改动过旧账，根值就对不上。',
  none: '还没有发布过。有来件以后，每小时发布一次。',
  size: (size: number) => `共 ${size} 条`,
  root: '根值',
  key: '核对签字用的公钥',
  more: '再早的',
  home: '去首页',
}

const en: typeof zh = {
  title: 'The public log',
  what: 'Every report and every step of handling is an entry. Each hour the new ones are added at the end and the root below is signed and published: if anybody changed an old entry, the root would no longer fit.',
  none: 'Nothing was published yet. Once something was received, the log is published every hour.',
  size: (size) => `${size} entries`,
  root: 'Root',
  key: 'Public key for checking the signatures',
  more: 'Earlier ones',
  home: 'To the first page',
}

export const messages = { zh, en }
