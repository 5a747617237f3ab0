import type { Messages } from '#kernel/web/messages.ts'

const zh = {
  title: (name: string) => `补齐“${name}”里缺的门码`,
  what: '已经有门码的不会再做，已贴的海报都不受影响。',
  building: '楼栋',
  unit: '单元',
  lift: '设施',
  liftName: '设施名称',
  liftOf: { building: '每栋楼一个', unit: '每个单元一个' },
  counting: '正在数…',
  found: (all: number, missing: number) => `共 ${all} 个，缺 ${missing} 个`,
  such: (names: string) => `如 ${names}`,
  make: (count: number) => `做 ${count} 个门码`,
  nothing: '都有了',
  cancel: '取消',
  done: (made: number) => `已做好 ${made} 个门码`,
  left: (made: number, left: number) => `已做好 ${made} 个，还有 ${left} 个，请再补一次`,
}

const en: typeof zh = {
  title: (name) => `Make the missing door codes in “${name}”`,
  what: 'What has a code keeps it; posters that are up stay good.',
  building: 'Buildings',
  unit: 'Units',
  lift: 'A facility',
  liftName: 'Name of the facility',
  liftOf: { building: 'one a building', unit: 'one a unit' },
  counting: 'Counting…',
  found: (all, missing) => `${all} in all, ${missing} without`,
  such: (names) => `such as ${names}`,
  make: (count) => `Make ${count} door codes`,
  nothing: 'All are there',
  cancel: 'Cancel',
  done: (made) => `${made} door codes made`,
  left: (made, left) => `${made} made; ${left} are left, please do it once more`,
}

export const messages: Messages<typeof zh> = { zh, en }
