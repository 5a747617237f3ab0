import type { Messages } from '#kernel/web/messages.ts'

const zh = {
  title: (name: string) => `${name}的边界图`,
  none: '这个区域和下级都还没有画边界。点“画边界”在图上画，或导入 GeoJSON 文件。',
  waiting: '正在画图…',
  baseMap: '底图设置',
  draw: '画边界',
  redraw: '改边界',
  files: {
    import: '导入',
    export: '导出',
  },
}

const en: typeof zh = {
  title: (name) => `Boundary of ${name}`,
  none: 'Neither this area nor those below it have a boundary yet. Draw one, or import a GeoJSON file.',
  waiting: 'Drawing…',
  baseMap: 'Base map',
  draw: 'Draw boundary',
  redraw: 'Change boundary',
  files: {
    import: 'Import',
    export: 'Export',
  },
}

export const messages: Messages<typeof zh> = { zh, en }
