import type { Problem } from '#kernel/web/problem.ts'
import type { PasswordFault, PasswordRules } from '../contract.ts'

const zh = {
  rule: ({ minLength, kinds }: PasswordRules) =>
    `至少 ${minLength} 位${kinds > 1 ? `，小写字母、大写字母、数字、符号里至少用 ${kinds} 种` : ''}；不能含登录名，也不能是常见密码。`,
  next: '新密码',
  again: '再输一遍新密码',
  differs: '两次输入的不一样。',
  needNext: '请输入新密码。',
  fault: {
    short: '太短了，长一些。',
    kinds: '字符种类太少，请混用大小写字母、数字和符号。',
    login: '密码里不能有登录名。',
    common: '这个密码太常见，很容易被猜到。',
    used: '这个密码以前用过，请换一个没用过的。',
  } satisfies Record<PasswordFault, string> as Record<string, string>,
}
const en: typeof zh = {
  rule: ({ minLength, kinds }) =>
    `At least ${minLength} characters${kinds > 1 ? `, of ${kinds} kinds among small letters, capitals, digits and signs` : ''}; without the sign-in name, and not a common one.`,
  next: 'New password',
  again: 'New password once more',
  differs: 'The two are not the same.',
  needNext: 'Enter a new password.',
  fault: {
    short: 'Too short. Make it longer.',
    kinds: 'Too few kinds of characters. Mix letters, capitals, digits and signs.',
    login: 'The password must not contain the sign-in name.',
    common: 'This password is common and easily guessed.',
    used: 'You used this password before. Choose one you never used.',
  },
}
export const passwordWords = { zh, en }

/** What the server found wrong with a new password, in words; the problem's own sentence otherwise. */
export function faultsIn(problem: Problem | undefined, words: typeof zh): string | undefined {
  const details = problem?.details
  if (problem?.code !== 'people.password-weak' || typeof details !== 'object' || details === null)
    return undefined
  const broken = 'broken' in details && Array.isArray(details.broken) ? details.broken : []
  return broken.map((fault) => words.fault[String(fault)] ?? '').join('') || problem.message
}
