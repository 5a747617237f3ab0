import type { Messages } from '#kernel/web/messages.ts'

const zh = {
  title: (name: string) => `画${name}的边界`,
  undo: '撤回',
  redo: '重做',
  anew: '重画',
  besides: '再画一块',
  drop: '去掉最后一点',
  close: '收口',
  paste: '粘贴或选文件',
  addHere: '在这里加一个点',
  corner: (number: number) => `第${number}个点。方向键移动一米，按住换挡键移动十米，删除键去掉`,
  howDrawing:
    '在图上依次点出边界，靠近邻居的边会自动贴合；点第一个点或按“收口”结束。用键盘时：方向键移动地图，回车在十字处加点。',
  howCorners:
    '拖动点来修改，点两点之间的小圆加点，选中后按删除键去点；靠近邻居的边会自动贴合，按住 Alt 就不贴。',
  size: (corners: number, squareMetres: number) =>
    `${corners} 个点，${
      squareMetres >= 10_000 ? `${(squareMetres / 10_000).toFixed(2)} 公顷` : `${squareMetres} 平方米`
    }`,
  save: '检查并保存',
  keepAnyway: '知道了，仍然保存',
  cancel: '取消',
  saved: (name: string) => `“${name}”的边界已更新，从今天起生效`,
  pasteTitle: '粘贴边界',
  pasteHint: 'GeoJSON，WGS-84 坐标，经度在前。别的坐标系请用“导入”。',
  file: '选文件',
  take: '放到图上',
  broken: {
    'not-json': '这不是 JSON。请整段复制，从第一个 { 到最后一个 }。',
    'no-polygon': '里面没有面。需要 Polygon 或 MultiPolygon。',
    'two-areas': '里面有好几个图形。一次只贴这一个区域的；多个请用“导入”。',
    'ring-open': '有的环没有闭合：每个环至少四个点，最后一个点和第一个相同。',
    'not-degrees': '坐标不是经纬度。请用 WGS-84 的度数，经度在前。',
  },
}

const en: typeof zh = {
  title: (name) => `Draw the boundary of ${name}`,
  undo: 'Undo',
  redo: 'Redo',
  anew: 'Draw anew',
  besides: 'One more part',
  drop: 'Drop last point',
  close: 'Close it',
  paste: 'Paste or choose a file',
  addHere: 'Add a point here',
  corner: (number) => `Point ${number}. Arrow keys move it a metre, with Shift ten; Delete takes it out`,
  howDrawing:
    'Press along the boundary; near a neighbour’s line points snap to it. Press the first point or Close it to finish. With keys: arrows move the map, Enter sets a point at the cross.',
  howCorners:
    'Drag points; press the small circle between two to add one; Delete takes the chosen one out. Points snap to neighbours; hold Alt to keep them free.',
  size: (corners, squareMetres) =>
    `${corners} points, ${squareMetres >= 10_000 ? `${(squareMetres / 10_000).toFixed(2)} ha` : `${squareMetres} m²`}`,
  save: 'Check and save',
  keepAnyway: 'I see, save it anyway',
  cancel: 'Cancel',
  saved: (name) => `The boundary of “${name}” is changed, as of today`,
  pasteTitle: 'Paste a boundary',
  pasteHint: 'GeoJSON in WGS-84, longitude first. For other coordinate systems use Import.',
  file: 'Choose a file',
  take: 'Put it on the map',
  broken: {
    'not-json': 'This is not JSON. Copy all of it, from the first { to the last }.',
    'no-polygon': 'There is no shape in it. A Polygon or MultiPolygon is needed.',
    'two-areas': 'There are several shapes in it. Paste only that of this area, or use Import.',
    'ring-open': 'A ring is not closed: each needs at least four points, the last the same as the first.',
    'not-degrees': 'These are not degrees. Use WGS-84 longitude and latitude.',
  },
}

export const messages: Messages<typeof zh> = { zh, en }
