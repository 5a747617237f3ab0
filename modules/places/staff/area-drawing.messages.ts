const zh = {
  title: (name: string) => `${name}的边界图`,
  none: '这个区域和下级都还没有画边界。点“修改”贴上 GeoJSON 边界就能看到图。',
  waiting: '正在画图…',
}

const en: typeof zh = {
  title: (name) => `Boundary of ${name}`,
  none: 'Neither this area nor those below it have a boundary yet. Choose Change and paste one as GeoJSON.',
  waiting: 'Drawing…',
}

export const messages = { zh, en }
