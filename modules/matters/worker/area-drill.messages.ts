const zh = {
  legend: '在哪里',
  here: (name: string) => `就在${name}`,
  chosen: '选好了',
  change: '换地方',
  up: '上一级',
  none: '您的辖区里还没有登记楼栋，选网格就行。',
  inside: (count: number) => `${count} 处`,
}

const en: typeof zh = {
  legend: 'Where',
  here: (name) => `Here: ${name}`,
  chosen: 'Chosen',
  change: 'Change place',
  up: 'Back up',
  none: 'No buildings are registered here; choosing the grid is enough.',
  inside: (count) => `${count} inside`,
}

export const messages = { zh, en }
