import { uuidv7 } from '#kernel/server/uuid.ts'
import type { Crew, Phone } from './actors.ts'
import type { Request } from './http-lane.ts'

export const callKinds = ['report', 'accept', 'assign', 'answer', 'follow-up', 'close'] as const
export type CallKind = (typeof callKinds)[number]

/** Closing it needs no photograph. */
const subject = 'neighbour_noise'

export function reportCall(crew: Crew, phone: Phone, key: string): Request {
  const door = crew.doors[Math.floor(Math.random() * crew.doors.length)]
  const body = {
    door,
    subject,
    words: '楼上装修从早上六点开始敲墙，周末也不停，孩子没法写作业，请来看看。',
    photoIds: [],
    contactPhone: '13900000000',
  }
  return { method: 'POST', path: '/reports', headers: { ...phone, 'idempotency-key': key }, body }
}

/** The five calls of the staff, each by who does it in practice. */
export function staffCalls(crew: Crew, matterId: string): [Exclude<CallKind, 'report'>, Request][] {
  const put = (token: string, what: string, body: object): Request => ({
    method: 'PUT',
    path: `/matters/${matterId}/${what}`,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': uuidv7() },
    body,
  })
  return [
    ['accept', put(crew.worker, 'acceptance', { take: true })],
    ['assign', put(crew.clerk, 'handler', { accountId: crew.workerId, words: '请今天上门看一看。' })],
    [
      'answer',
      put(crew.worker, 'answer', { words: '已上门劝导，约定施工时间。', outcome: 'solved', photoIds: [] }),
    ],
    ['follow-up', put(crew.clerk, 'follow-up', { result: 'satisfied', words: '住户表示满意。' })],
    ['close', put(crew.street, 'closure', {})],
  ]
}
