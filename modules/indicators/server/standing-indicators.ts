import type { ListName } from '#modules/matters/contract.ts'
import type { Condition, Standing } from '#modules/matters/server/door.ts'
import type { Both, StandingIndicator } from './declaring.ts'

const both = (zh: string, en: string): Both => ({ zh, en })

type Declaring = {
  key: string
  name: Both
  words: Both
  rows: Condition
  desk: ListName
  of: (standing: Standing) => number
}

const standing = ({ key, name, words, rows, desk, of }: Declaring): StandingIndicator => ({
  key,
  name,
  unit: 'count',
  counted: both('件', 'matters'),
  numerator: { words, rows },
  desk,
  better: 'less',
  source: both('此刻的情况，不论哪天收到。', 'How it stands now, whenever it was received.'),
  isTolerant: false,
  tense: 'now',
  of: (now) => ({ numerator: of(now), value: of(now) }),
})

/** How the work lists stand at this moment. */
export const standingIndicators: readonly StandingIndicator[] = [
  standing({
    key: 'open_now',
    name: both('在办', 'Open'),
    words: both('还没办结的', 'not closed yet'),
    rows: 'open',
    desk: 'open',
    of: (now) => now.open,
  }),
  standing({
    key: 'overdue_now',
    name: both('超期未办', 'Open and late'),
    words: both('超过时限还没答复的', 'past their time and not answered'),
    rows: 'open_late',
    desk: 'overdue',
    of: (now) => now.overdue,
  }),
  standing({
    key: 'due_soon_now',
    name: both('即将到期', 'Due soon'),
    words: both('亮黄灯的', 'yellow'),
    rows: 'yellow',
    desk: 'due_soon',
    of: (now) => now.dueSoon,
  }),
  standing({
    key: 'raised_now',
    name: both('督办中', 'Supervised'),
    words: both('因超期由上级督办、还没答复的', 'late, supervised by a level above and not answered'),
    rows: 'supervised',
    desk: 'raised',
    of: (now) => now.raised,
  }),
  standing({
    key: 'to_follow_up_now',
    name: both('待回访', 'To follow up'),
    words: both('已答复、还没回访的', 'answered and not asked after'),
    rows: 'to_follow_up',
    desk: 'to_follow_up',
    of: (now) => now.toFollowUp,
  }),
]
