const zh = {
  none: '这里还没有画边界，也没有楼栋位置。',
  keys: '键盘操作：方向键移动，加号减号缩放，0看全图',
  closer: '放大',
  farther: '缩小',
  whole: '全图',
  length: (metres: number) => (metres >= 1000 ? `${metres / 1000} 公里` : `${metres} 米`),
}

const en: typeof zh = {
  none: 'No boundary is drawn here yet, and no building has a place.',
  keys: 'With keys: arrows move, plus and minus zoom, 0 shows all',
  closer: 'Zoom in',
  farther: 'Zoom out',
  whole: 'All',
  length: (metres) => (metres >= 1000 ? `${metres / 1000} km` : `${metres} m`),
}

export const messages = { zh, en }
