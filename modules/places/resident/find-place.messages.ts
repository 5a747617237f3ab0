const zh = {
  title: '没有扫码？在这里选地方',
  how: '选好地方就能报事，也能看到这里有事找谁。',
  missing: '这里还没有门码，请选大一点的地方，例如小区或社区。',
}

const en: typeof zh = {
  title: 'No code to scan? Choose the place here',
  how: 'Then you can report, and see whom to ask there.',
  missing: 'There is no door code here yet. Choose a wider place, such as the quarter.',
}

export const messages = { zh, en }
