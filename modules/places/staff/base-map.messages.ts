import type { Messages } from '#kernel/web/messages.ts'

const zh = {
  title: '底图',
  what: '不设底图时，地图只画本系统里的边界和楼栋，不访问任何外部服务。设了以后，看地图的浏览器会直接向下面的地址取图片。',
  template: '瓦片地址',
  templateHint: '含 {z}、{x}、{y} 的地址；清空就是不用底图。',
  templateWrong: '地址要以 http:// 或 https:// 开头，并含 {z}、{x}、{y}。',
  system: '底图的坐标系',
  systems: { wgs84: 'WGS-84', cgcs2000: 'CGCS2000（天地图）', gcj02: 'GCJ-02（高德、腾讯）' },
  note: '来源和审图号',
  noteHint: '显示在地图右下角。互联网地图要用审核过的，并标明审图号。',
  noteMissing: '请写明来源和审图号。',
  deepest: '最大级别',
  save: '保存',
  saved: '底图已设置',
  removed: '已不用底图',
}

const en: typeof zh = {
  title: 'Base map',
  what: 'Without one, maps show only the boundaries and buildings kept here and ask no outside service. With one, the browser that shows a map takes pictures straight from the address below.',
  template: 'Address of a tile',
  templateHint: 'With {z}, {x} and {y} in it; leave empty for no base map.',
  templateWrong: 'It must begin with http:// or https:// and hold {z}, {x} and {y}.',
  system: 'Its coordinate system',
  systems: { wgs84: 'WGS-84', cgcs2000: 'CGCS2000 (Tianditu)', gcj02: 'GCJ-02 (Amap, Tencent)' },
  note: 'Source and review number',
  noteHint:
    'Shown at the lower right of maps. Maps on the internet must be reviewed ones and say their number.',
  noteMissing: 'Please name the source and the review number.',
  deepest: 'Deepest zoom',
  save: 'Save',
  saved: 'The base map is set',
  removed: 'No base map from now on',
}

export const messages: Messages<typeof zh> = { zh, en }
