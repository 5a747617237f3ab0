import { ancestor, nameOf, onDuty } from './matter-duty.ts'
import type { SeedCloseKind, SeedStep } from './matter-steps.ts'
import { BAD_REASONS, GOOD_REASONS, MIDDLING_REASONS } from './matter-words-life.ts'
import { WORDS } from './matter-words.ts'
import type { Chance } from './random.ts'
import type { StandardSubject } from '#modules/matters/server/door.ts'

export type Pace = 'in_time' | 'late' | 'stuck' | 'unowned'
export type CourseStory = {
  at: Date
  place: string
  subject: StandardSubject
  pace: Pace
  photo: boolean
  fill(text: string): string
}

const HOUR = 3_600_000
const CHINA = 8 * HOUR
/** Days a level usually has; only for believable lengths, the promise itself comes from the policy table. */
export const USUAL_DAYS = { grid: 3, community: 7, street: 10, district: 20 } as const

const DEPARTMENTS: Record<string, string> = {
  shop_noise: 'hewei',
  illegal_hut: 'hewei',
  manhole: 'hewei',
  road_damage: 'hewei',
  dust: 'luojian',
  lift_addition: 'luojian',
}

/** The next moment in the working part of the day (08:30 to 19:30 in China), a little scattered. */
function awake(moment: number, dice: Chance): number {
  const minute = Math.floor(((moment + CHINA) % (24 * HOUR)) / 60_000)
  if (minute >= 510 && minute <= 1170) return moment
  const midnight = moment - minute * 60_000
  const morning = midnight + (minute < 510 ? 0 : 24 * HOUR) + 510 * 60_000
  return morning + dice.between(0, 80) * 60_000
}

class Course {
  readonly steps: SeedStep[] = []
  private moment: number
  private readonly dice: Chance

  constructor(start: Date, dice: Chance) {
    this.moment = start.getTime()
    this.dice = dice
  }

  /** Staff act in the daytime, residents and the system at any hour. */
  next(hours: number, step: (at: Date) => SeedStep): this {
    const raw = this.moment + Math.max(0.05, hours) * HOUR
    const made = step(new Date(raw))
    this.moment = made.by === 'reporter' || made.by === 'system' ? raw : awake(raw, this.dice)
    this.steps.push({ ...made, at: new Date(this.moment) })
    return this
  }
}

/** The whole course without an end of time; the caller cuts it at `now`. */
export function courseOf(story: CourseStory, dice: Chance): SeedStep[] {
  const course = new Course(story.at, dice)
  if (story.pace === 'unowned') return []
  const handler = takeIn(course, story, dice)
  work(course, story, handler, dice)
  if (story.pace === 'stuck') return course.steps
  answer(course, story, handler, dice)
  finish(course, story, handler, dice)
  return course.steps
}

function takeIn(course: Course, { place, subject }: CourseStory, dice: Chance): string {
  const worker = onDuty(place)
  const clerk = onDuty(place, 'community')
  const soon = dice.next() * 3
  if (subject.level === 'grid') {
    course.next(soon, (at) => ({ at, by: worker, kind: 'accept' }))
    return dice.happens(0.03) ? transferred(course, place, worker) : worker
  }
  course.next(soon, (at) => ({ at, by: clerk, kind: 'accept' }))
  if (subject.level === 'community') {
    course.next(0.3, (at) => ({ at, by: clerk, kind: 'assign', to: worker }))
    return worker
  }
  return handedUp(course, place, subject, clerk)
}

function transferred(course: Course, place: string, worker: string): string {
  const to = onDuty(place, 'community')
  if (to === worker) return worker
  const reason = '牵涉到物业合同，网格里定不了，请社区接着办。'
  course.next(5, (at) => ({ at, by: worker, kind: 'transfer', to, reason }))
  return to
}

function handedUp(course: Course, place: string, subject: StandardSubject, clerk: string): string {
  const street = ancestor(place, 'street') ?? 'wenyuan'
  const staff = onDuty(place, 'street')
  const reason = '要部门到场，社区没有这个权限。'
  course.next(3, (at) => ({ at, by: clerk, kind: 'hand_up', toArea: street, reason }))
  if (subject.level === 'district') {
    course.next(4, (at) => ({
      at,
      by: staff,
      kind: 'hand_up',
      toArea: 'jinhe',
      reason: '学位由区里统一安排。',
    }))
    course.next(4, (at) => ({ at, by: 'zhouhang', kind: 'accept' }))
    return 'zhouhang'
  }
  course.next(2, (at) => ({ at, by: staff, kind: 'accept' }))
  const to = DEPARTMENTS[subject.key] ?? staff
  if (to !== staff) course.next(1, (at) => ({ at, by: staff, kind: 'assign', to }))
  return to
}

const WAITS = [
  '还差一个配件，明天上午到。',
  '师傅今天排满了，约好明天一早来。',
  '已跟住户说了进度，请再等一天。',
  '材料已送去，等对方盖章。',
]

function work(course: Course, story: CourseStory, handler: string, dice: Chance): void {
  const words = WORDS[story.subject.key]
  const seen = words?.seen ?? ['已到现场看过。']
  const photo = story.photo && words?.scenes ? { photo: words.scenes[0] } : {}
  course.next(1 + dice.next() * 5, (at) => ({
    at,
    by: handler,
    kind: 'progress',
    text: story.fill(dice.pick(seen)),
    ...(dice.happens(0.5) ? photo : {}),
  }))
  if (!dice.happens(story.pace === 'in_time' ? 0.3 : 0.8)) return
  course.next(6 + dice.next() * 12, (at) => ({ at, by: handler, kind: 'progress', text: dice.pick(WAITS) }))
}

function answer(course: Course, story: CourseStory, handler: string, dice: Chance): void {
  const words = WORDS[story.subject.key]
  const limit = USUAL_DAYS[story.subject.level] * 24
  const share = story.pace === 'late' ? 1.05 + dice.next() * 0.8 : 0.03 + dice.next() ** 2 * 0.6
  const text = story.fill(dice.pick(doneOf(story)))
  const after = words?.scenes && story.subject.evidence === 'photo' ? { photo: words.scenes[1] } : {}
  course.next(limit * share, (at) => ({ at, by: handler, kind: 'answer', text, ...after }))
}

function finish(course: Course, story: CourseStory, handler: string, dice: Chance): void {
  const closeKind = closing(story, dice)
  followUp(course, handler, closeKind, dice)
  const stars = rated(course, story.pace, dice)
  if (stars === null) return
  if (stars > 2 || !dice.happens(0.7)) return
  course.next(10 + dice.next() * 150, (at) => ({
    at,
    by: 'reporter',
    kind: 'reopen',
    reason: dice.pick(BAD_REASONS),
  }))
  course.next(4, (at) => ({ at, by: onDuty(story.place, 'community'), kind: 'accept' }))
  course.next(8, (at) => ({
    at,
    by: handler,
    kind: 'progress',
    text: `${nameOf(handler)}又去看了一次，原来只修好一半。`,
  }))
  course.next(30, (at) => ({ at, by: handler, kind: 'answer', text: story.fill(dice.pick(doneOf(story))) }))
  followUp(course, handler, closeKind, dice)
}

function rated(course: Course, pace: Pace, dice: Chance): number | null {
  if (!dice.happens(0.72)) return null
  const late = pace === 'late'
  const stars = dice.weighted<1 | 2 | 3 | 4 | 5>([
    [5, late ? 2 : 12],
    [4, 5],
    [3, late ? 4 : 2],
    [2, late ? 3 : 1],
    [1, 0.6],
  ])
  const reasons = stars > 3 ? GOOD_REASONS : stars === 3 ? MIDDLING_REASONS : BAD_REASONS
  const reason = dice.pick(reasons)
  course.next(dice.next() * 12, (at) => ({ at, by: 'reporter', kind: 'rate', stars, reason }))
  return stars
}

const doneOf = (story: CourseStory) => WORDS[story.subject.key]?.done ?? ['已办好。']

function closing(story: CourseStory, dice: Chance): SeedCloseKind {
  const usual = WORDS[story.subject.key]?.ends ?? 'solved'
  return dice.happens(0.88) ? usual : dice.pick(['solved', 'explained', 'planned'] as const)
}

// Never by the handler: the system asks, and where nobody answers a colleague of the hall rings up.
function followUp(course: Course, handler: string, closeKind: SeedCloseKind, dice: Chance): void {
  const caller = handler === 'xurui' ? 'chenjing' : 'xurui'
  if (dice.happens(0.7)) {
    course.next(2 + dice.next() * 20, (at) => ({
      at,
      by: 'system',
      kind: 'follow_up',
      channel: 'system',
      result: 'solved',
    }))
    course.next(0.1, (at) => ({ at, by: 'system', kind: 'close', closeKind }))
    return
  }
  course.next(24, (at) => ({ at, by: 'system', kind: 'follow_up', channel: 'system', result: 'not_reached' }))
  const channel = dice.pick(['phone', 'visit'] as const)
  course.next(12, (at) => ({ at, by: caller, kind: 'follow_up', channel, result: 'solved' }))
  course.next(0.2, (at) => ({ at, by: caller, kind: 'close', closeKind }))
}
