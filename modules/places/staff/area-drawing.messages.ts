const zh = {
  title: (name: string) => `${name}的边界图`,
  none: '这个区域和下级都还没有画边界。点“修改”贴上 GeoJSON 边界就能看到图。',
  onlyFirst: (count: number) => `下级较多，只画了前 ${count} 个。`,
  waiting: '正在画图…',
}

const en: typeof zh = {
  title: (name) => `Boundary of ${name}`,
  none: 'Neither this area nor those below it have a boundary yet. Choose Change and paste one as GeoJSON.',
  onlyFirst: (count) => `There are many below; only the first ${count} are drawn.`,
  waiting: 'Drawing…',
}

export const messages = { zh, en }
