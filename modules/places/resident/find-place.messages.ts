const zh = {
  title: '没有扫码？在这里选地方',
  how: '选好地方就能报事，也能看到这里有事找谁。',
}

const en: typeof zh = {
  title: 'No code to scan? Choose the place here',
  how: 'Then you can report, and see whom to ask there.',
}

export const messages = { zh, en }
