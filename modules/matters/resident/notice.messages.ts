const zh = {
  title: '个人信息怎么用',
  versions: '版本',
  version: (number: number, day: string | undefined) =>
    day ? `第 ${number} 版（${day}起）` : `第 ${number} 版`,
  inForce: (version: string) => `现在用的是${version}。`,
  earlier: (version: string) => `这是以前的${version}，现在已经换了新的。`,
  readNewest: '看现在用的',
  readVersion: (version: string) => `看${version}`,
  rights: '我的信息：查看、更正、删除',
  homePage: '去首页',
}

const en: typeof zh = {
  title: 'How your data are used',
  versions: 'Versions',
  version: (number, day) => (day ? `version ${number} (since ${day})` : `version ${number}`),
  inForce: (version) => `In force is ${version}.`,
  earlier: (version) => `This was ${version}; there is a newer one.`,
  readNewest: 'Read the one in force',
  readVersion: (version) => `Read ${version}`,
  rights: 'My data: see, correct, erase',
  homePage: 'To the first page',
}

export const messages = { zh, en }
