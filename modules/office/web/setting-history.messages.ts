import type { Messages } from '#kernel/web/messages.ts'

const zh = {
  title: '改动记录',
  never: '还没有改过，用的是系统自带的。',
  version: (number: number, by: string, at: string) => `第 ${number} 版 · ${by || '系统'} · ${at}`,
  brought: '系统自带的',
  inForce: '现在用的',
  setBack: '设回这一版',
  changed: (was: string, now: string) => `${was} → ${now}`,
  nothing: '（空）',
  same: '内容没有变',
  yes: '是',
  no: '否',
  done: '已设回，几秒后各处生效。',
}

const en: typeof zh = {
  title: 'Changes',
  never: 'Never changed: this is what the product brings.',
  version: (number, by, at) => `Version ${number} · ${by || 'system'} · ${at}`,
  brought: 'What the product brings',
  inForce: 'in force',
  setBack: 'Set back to this version',
  changed: (was, now) => `${was} → ${now}`,
  nothing: '(empty)',
  same: 'Nothing changed',
  yes: 'yes',
  no: 'no',
  done: 'Set back; in force everywhere in a few seconds.',
}

export const messages: Messages<typeof zh> = { zh, en }
