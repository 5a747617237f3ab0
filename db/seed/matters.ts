import { type CourseStory, courseOf, type Pace, USUAL_DAYS } from './matter-course.ts'
import { ancestor, areaOf, buildingsUnder, chainOf, nameOf, onDuty, unitsOf } from './matter-duty.ts'
import type { SeedMatter, SeedStep } from './matter-steps.ts'
import { ENDINGS, NOT_OURS, OPENINGS, SAME_MATTER_SAID, SURNAMES } from './matter-words-life.ts'
import { WORDS } from './matter-words.ts'
import { type Chance, chance } from './random.ts'
import { SUBJECTS, type StandardSubject } from '#modules/matters/server/door.ts'

export type { SeedMatter } from './matter-steps.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const CHINA = 8 * HOUR
const DAYS = 92
const NEIGHBOURS = 23
export const SAME_MATTER = 'binhe-water-off'
/** Buildings whose drain comes back again and again, so that mining has something to find. */
export const RECURRING_DRAINS = ['binhe-5', 'xipan-2', 'xincheng-1']
const RECURRENCES = 7

/** About `count` stories of the three months up to `now`; the same `now` gives the same stories. In order of time. */
export function seedMatters(now: Date, count = 420): SeedMatter[] {
  const writer = new Writer(now, chance('matters of Jinhe'))
  for (const place of RECURRING_DRAINS) {
    for (let turn = 0; turn < RECURRENCES; turn += 1) writer.drain(place, turn)
  }
  writer.sameMatter()
  for (const [subject, said, told] of NOT_OURS) writer.notOurs(subject, said, told)
  for (let turn = 0; turn < 16; turn += 1) writer.stuck(1.15 + turn * 0.12)
  for (let turn = 0; turn < 8; turn += 1) writer.stuck(0.86 + turn * 0.015)
  for (let turn = 0; turn < 9; turn += 1) writer.fresh(turn)
  for (let turn = 0; turn < 9; turn += 1) writer.unconfirmed(turn)
  while (writer.matters.length < count) writer.ordinary()
  const sorted = writer.matters.sort((one, other) => one.at.getTime() - other.at.getTime())
  return sorted.map((matter, at) => ({ ...matter, key: `m${String(at + 1).padStart(3, '0')}` }))
}

const SUBJECT_WEIGHTS: Record<string, number> = {
  neighbour_noise: 6,
  parking_disorder: 6,
  street_lamp: 5,
  rubbish_full: 5,
  pipe_burst: 4,
  lift_fault: 4,
  fire_lane: 4,
  ebike_charging: 4,
  elder_help: 3,
  heating_weak: 3,
  lost_found: 1,
  school_place: 1,
  lift_addition: 1,
  thanks: 1,
}
const AT_WORK = new Set([
  'lift_fault',
  'fire_lane',
  'parking_disorder',
  'rubbish_full',
  'ebike_shed',
  'street_lamp',
  'manhole',
  'dust',
  'suggestion',
])
const PRIVATE: Record<string, number> = {
  neighbour_noise: 0.25,
  elder_help: 0.6,
  pension_proof: 0.4,
  utility_bill: 0.15,
}
// By hour of the day: few at night, a rise when offices open, most after supper.
const HOURS = [1, 1, 0, 0, 0, 1, 4, 8, 9, 8, 7, 6, 6, 4, 4, 5, 5, 7, 10, 13, 14, 11, 6, 3].map(
  (weight, hour) => [hour, weight] as const,
)

class Writer {
  readonly matters: SeedMatter[] = []
  private readonly said = new Set<string>()
  private readonly now: Date
  private readonly dice: Chance
  private readonly binxi = buildingsUnder('binxi').map((area) => area.key)
  private readonly elsewhere = buildingsUnder('jinhe')
    .map((area) => area.key)
    .filter((key) => !buildingsUnder('binxi').some((area) => area.key === key))

  constructor(now: Date, dice: Chance) {
    this.now = now
    this.dice = dice
  }

  ordinary(): void {
    const { dice } = this
    const subject = dice.weighted(SUBJECTS.map((each) => [each, SUBJECT_WEIGHTS[each.key] ?? 2] as const))
    const place = this.somewhere(false)
    // Nobody lives in the business centre, so nobody there complains of a neighbour's piano.
    if (chainOf(place).includes('centre') && !AT_WORK.has(subject.key)) return
    const matter = this.tell(subject, place, this.someTime(), dice.happens(0.09) ? 'late' : 'in_time')
    if (dice.happens(0.02)) matter.course = this.cut(withdrawal(matter.at, dice))
  }

  drain(place: string, turn: number): void {
    const gap = (DAYS - 6) / RECURRENCES
    const day = 2 + gap * turn + this.dice.next() * gap * 0.8
    this.tell(subjectOf('drain_blocked'), place, this.hourOf(this.now.getTime() - day * DAY), 'in_time')
  }

  /** Open now: `share` 1 is the usual limit, so above 1 is overdue and just below is about to be due. */
  stuck(share: number): void {
    const inTown = SUBJECTS.filter((each) => each.level === 'grid' || each.level === 'community')
    const subject = this.dice.pick(inTown)
    const at = new Date(this.now.getTime() - USUAL_DAYS[subject.level] * DAY * share)
    this.tell(subject, this.somewhere(), at, share > 2.7 ? 'unowned' : 'stuck')
  }

  fresh(turn: number): void {
    const at = new Date(this.now.getTime() - (turn * 26 + 3) * 60_000)
    this.tell(this.dice.pick(SUBJECTS), this.somewhere(), at, 'in_time')
  }

  /** Answered, and the reporter has not said yet whether it is done. */
  unconfirmed(turn: number): void {
    const at = new Date(this.now.getTime() - (4 + turn * 0.4) * DAY)
    const subject = this.dice.pick(SUBJECTS.filter((each) => each.level === 'grid'))
    const matter = this.tell(subject, this.somewhere(), at, 'in_time')
    const answered = matter.course.findIndex((step) => step.kind === 'answer')
    if (answered >= 0) matter.course = matter.course.slice(0, answered + 1)
  }

  notOurs(subject: string, said: string, told: string): void {
    const place = this.somewhere()
    const at = this.someTime()
    const matter = this.matter({ subject, place, at, text: this.unique([said], place) })
    const by = onDuty(place, 'community')
    matter.course = this.cut([{ at: new Date(at.getTime() + 5 * HOUR), by, kind: 'return', reason: told }])
  }

  sameMatter(): void {
    const places = ['binhe-1', 'binhe-3', 'binhe-5'].flatMap((key) => [
      key,
      ...unitsOf(key).map((unit) => unit.key),
    ])
    for (let number = 11; number <= 19; number += 1) places.push(`binhe-${number}`)
    const start = this.hourOf(this.now.getTime() - 19 * DAY, 19)
    for (let turn = 0; turn < NEIGHBOURS; turn += 1) {
      const place = places[turn % places.length] ?? 'binhe-3'
      const at = new Date(start.getTime() + turn * 3.4 * 60_000)
      const text = this.unique(SAME_MATTER_SAID, place, SAME_MATTER_SAID[turn % SAME_MATTER_SAID.length])
      const matter = this.matter({ subject: 'water_off', place, at, text })
      Object.assign(matter, { group: SAME_MATTER, channel: 'qr', takenBy: null, private: false, photo: null })
      if (turn === 0) matter.course = this.courseFor(subjectOf('water_off'), matter, 'in_time')
    }
  }

  private tell(subject: StandardSubject, place: string, at: Date, pace: Pace): SeedMatter {
    const said = WORDS[subject.key]?.said ?? []
    const matter = this.matter({ subject: subject.key, place, at, text: this.unique(said, place) })
    matter.course = this.courseFor(subject, matter, pace)
    return matter
  }

  private courseFor(subject: StandardSubject, { place, at, photo }: SeedMatter, pace: Pace): SeedStep[] {
    const fill = (text: string) => this.fill(text, place)
    const story: CourseStory = { at, place, subject, pace, photo: photo !== null, fill }
    return this.cut(courseOf(story, this.dice))
  }

  private cut(steps: SeedStep[]): SeedStep[] {
    return steps.filter((step) => step.at <= this.now)
  }

  private matter(own: Pick<SeedMatter, 'subject' | 'place' | 'at' | 'text'>): SeedMatter {
    const { dice } = this
    const channel = dice.weighted([
      ['qr', 62],
      ['phone', 15],
      ['worker', 14],
      ['counter', 9],
    ] as const)
    const scenes = WORDS[own.subject]?.scenes
    const takenBy = channel === 'qr' ? null : onDuty(own.place, channel === 'worker' ? 'grid' : 'community')
    const matter: SeedMatter = {
      ...own,
      key: '',
      reporter: this.someone(channel === 'counter'),
      channel,
      takenBy,
      private: dice.happens(PRIVATE[own.subject] ?? 0.03),
      photo: scenes && (channel === 'qr' || channel === 'worker') && dice.happens(0.6) ? scenes[0] : null,
      group: null,
      course: [],
    }
    this.matters.push(matter)
    return matter
  }

  /** Many leave a name, most of them a number; at the counter everybody gives a name. */
  private someone(counter: boolean): SeedMatter['reporter'] {
    const { dice } = this
    if (!counter && !dice.happens(0.75)) return { name: null, phone: null }
    const title = dice.pick(['先生', '女士', '阿姨', '师傅', '大爷', '女士', '先生'])
    const phone = dice.happens(0.75) ? `1000000${dice.between(1000, 9999)}` : null
    return { name: dice.pick(SURNAMES) + title, phone }
  }

  private somewhere(homes = true): string {
    const { dice } = this
    const near = homes ? this.binxi.filter((key) => !chainOf(key).includes('centre')) : this.binxi
    const building = dice.pick(dice.happens(0.84) ? near : this.elsewhere)
    const units = unitsOf(building)
    if (units.length > 0 && dice.happens(0.6)) return dice.pick(units).key
    const quarter = ancestor(building, 'quarter')
    return quarter && dice.happens(0.1) ? quarter : building
  }

  /** Weekends weigh more, and so do the hot and the cold months. */
  private someTime(): Date {
    for (;;) {
      const moment = this.now.getTime() - (0.2 + this.dice.next() * DAYS) * DAY
      const local = new Date(moment + CHINA)
      const weekend = local.getUTCDay() % 6 === 0 ? 1 : 0.66
      const season = [0, 6, 7, 11].includes(local.getUTCMonth()) ? 1 : 0.8
      const at = this.hourOf(moment)
      if (this.dice.happens(weekend * season) && at < this.now) return at
    }
  }

  private hourOf(moment: number, hour = this.dice.weighted(HOURS)): Date {
    const midnight = Math.floor((moment + CHINA) / DAY) * DAY - CHINA
    return new Date(
      midnight + hour * HOUR + this.dice.between(0, 59) * 60_000 + this.dice.between(0, 59) * 1000,
    )
  }

  private unique(said: readonly string[], place: string, first?: string): string {
    for (let turn = 0; ; turn += 1) {
      const base = turn === 0 && first ? first : this.dice.pick(said)
      const text = this.opening(base) + this.fill(base, place) + this.dice.pick(ENDINGS)
      if (turn < 50 && (this.said.has(text) || text.length < 10)) continue
      this.said.add(text)
      return text
    }
  }

  private opening(base: string): string {
    const opening = this.dice.pick(OPENINGS)
    const calm = /谢|表扬|建议|希望|想问|请问|问下|捡到/.test(base)
    return calm && /急|吗|反映/.test(opening) ? '' : opening
  }

  private fill(text: string, place: string): string {
    const { dice } = this
    const area = areaOf(place)
    const unit = area.kind === 'building' ? `${dice.between(1, 3)}单元` : ''
    const spoken = area.kind === 'building' && dice.happens(0.35) ? area.name : area.fullName
    const worker = nameOf(onDuty(place))
    return text
      .replaceAll('小{w}', `小${worker.slice(0, 1)}`)
      .replaceAll('{w}', worker)
      .replaceAll('{p}', spoken)
      .replaceAll('{u}', unit)
      .replaceAll('{f}', () => String(dice.between(2, 17)))
      .replaceAll('{n}', () => dice.pick([...'两三四五六']))
      .replaceAll('{t}', () => dice.pick(['晚上十点多', '半夜', '夜里一点多', '晚上九点', '天黑以后']))
      .replaceAll('{d}', () => dice.pick(['三天', '快一周', '半个月', '四五天', '一个多星期', '两天']))
  }
}

function subjectOf(key: string): StandardSubject {
  const subject = SUBJECTS.find((each) => each.key === key)
  if (!subject) throw new RangeError(`No subject ${key}.`)
  return subject
}

function withdrawal(at: Date, dice: Chance): SeedStep[] {
  const reason = dice.pick(['自己弄好了，不用来了', '跟邻居说开了', '看错了，不是我们楼'])
  return [
    { at: new Date(at.getTime() + dice.between(1, 9) * HOUR), by: 'reporter', kind: 'withdraw', reason },
  ]
}
