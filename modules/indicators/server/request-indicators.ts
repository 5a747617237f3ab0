import type { Condition, Share, SpanFigures } from '#modules/matters/server/door.ts'
import { medianHours, rates } from '#modules/matters/server/door.ts'
import type { Value } from '../contract.ts'
import type { Both, Part, PeriodIndicator } from './declaring.ts'

const both = (zh: string, en: string): Both => ({ zh, en })
const part = (rows: Condition, zh: string, en: string): Part => ({
  words: both(zh, en),
  rows,
})

const matters = both('件', 'matters')
const ours = both(
  '按收到的日期归入时间段；并案、撤回的不重复计。',
  'By the day of receipt; merged and withdrawn ones are not counted again.',
)
const threeRates = both(
  '三率之一。参照接诉即办的响应率、解决率、满意率；分类考核、容错：超出承办单位职责的可以不计。',
  'One of the three rates. Classified assessment with tolerance: what lies beyond the unit can be left out.',
)
const lateCounts = both(
  '未办完又超期的一并算进分母：拖着不办不会更好看。',
  'What is open and late counts below the line: leaving it undone does not look better.',
)

const shareOf = ({ part: above, of }: Share): Value => ({
  numerator: above,
  denominator: of,
  ...(of > 0 && { value: above / of }),
})
const countOf = (numerator: number): Value => ({ numerator, value: numerator })
const hoursOf = (hours: number | undefined, answers: number): Value => ({
  numerator: hours === undefined ? 0 : hours * answers,
  denominator: answers,
  ...(hours !== undefined && { value: hours }),
})

type Counting = {
  key: string
  name: Both
  words: Both
  rows: Condition
  of: (figures: SpanFigures) => number
  better?: 'more' | 'less'
  counted?: Both
}

const counting = (each: Counting): PeriodIndicator => ({
  key: each.key,
  name: each.name,
  unit: 'count',
  counted: each.counted ?? matters,
  numerator: { words: each.words, rows: each.rows },
  better: each.better ?? 'neither',
  source: ours,
  isTolerant: true,
  tense: 'period',
  of: (figures) => countOf(each.of(figures)),
})

type Rating = {
  key: string
  name: Both
  above: Part
  below: Part
  of: (figures: SpanFigures) => Share
  source?: Both
}

const rating = (each: Rating): PeriodIndicator => ({
  key: each.key,
  name: each.name,
  unit: 'share',
  counted: matters,
  numerator: each.above,
  denominator: each.below,
  better: 'more',
  source: each.source ?? ours,
  isTolerant: true,
  tense: 'period',
  of: (figures) => shareOf(each.of(figures)),
})

const counts: PeriodIndicator[] = [
  counting({
    key: 'received',
    name: both('收件', 'Received'),
    words: both('收到的办件', 'matters received'),
    rows: 'received',
    of: (f) => f.received,
  }),
  counting({
    key: 'reports',
    name: both('来件', 'Reports'),
    words: both('来件，几户反映同一件事各算一条', 'reports; neighbours who say the same count each'),
    rows: 'received',
    of: (f) => f.reports,
    counted: both('条', 'reports'),
  }),
  counting({
    key: 'accepted',
    name: both('受理', 'Accepted'),
    words: both('已受理的', 'taken up'),
    rows: 'accepted',
    of: (f) => f.accepted,
  }),
  counting({
    key: 'answered',
    name: both('已答复', 'Answered'),
    words: both('已答复、没有重办的', 'answered and not opened again'),
    rows: 'answered',
    of: (f) => f.answered,
  }),
  counting({
    key: 'closed',
    name: both('办结', 'Closed'),
    words: both('回访后办结的', 'closed after the follow-up'),
    rows: 'closed',
    of: (f) => f.closed,
  }),
  counting({
    key: 'solved',
    name: both('解决', 'Solved'),
    words: both('答复为已经解决的', 'answered as solved'),
    rows: 'solved',
    of: (f) => f.solved,
  }),
  counting({
    key: 'late',
    name: both('亮过红灯', 'Turned red'),
    words: both('在现在的时限下亮过红灯的', 'seen red under their present promise'),
    rows: 'late',
    of: (f) => f.late,
    better: 'less',
  }),
  counting({
    key: 'raised',
    name: both('上级督办', 'Raised'),
    words: both('超期后由上级督办的', 'supervised by a level above since they were late'),
    rows: 'raised',
    of: (f) => f.raised,
    better: 'less',
  }),
  counting({
    key: 'reopened',
    name: both('重新办理', 'Reopened'),
    words: both('重新办理的次数', 'how often matters were opened again'),
    rows: 'reopened',
    of: (f) => f.reopened,
    better: 'less',
    counted: both('次', 'times'),
  }),
  counting({
    key: 'returned',
    name: both('退回', 'Returned'),
    words: both('不归这里办、已告知去处的', 'not ours, the right channel told'),
    rows: 'returned',
    of: (f) => f.returned,
  }),
  counting({
    key: 'beyond',
    name: both('超出职责', 'Beyond the unit'),
    words: both(
      '退回的、转请别处的、上级认定超出承办单位职责的',
      'returned, led elsewhere, or found above to be beyond what the unit answers for',
    ),
    rows: 'beyond',
    of: (f) => f.beyond,
  }),
]

const shares: PeriodIndicator[] = [
  rating({
    key: 'response_rate',
    name: both('响应率', 'Response rate'),
    above: part('accepted_on_time', '按时受理的', 'taken up in time'),
    below: part('accept_due', '应受理的：已受理，或超过受理时限还没受理', 'taken up, or overdue for it'),
    of: rates.response,
    source: threeRates,
  }),
  rating({
    key: 'resolution_rate',
    name: both('解决率', 'Resolution rate'),
    above: part('solved', '已经解决的', 'solved'),
    below: part('answered', '已答复的', 'answered'),
    of: rates.resolution,
    source: threeRates,
  }),
  rating({
    key: 'satisfaction_rate',
    name: both('满意率', 'Satisfaction rate'),
    above: part('satisfied', '评价三星到五星的来件', 'reports rated three to five'),
    below: part('rated', '评价过的来件', 'reports rated'),
    of: rates.satisfaction,
    source: threeRates,
  }),
  rating({
    key: 'on_time_rate',
    name: both('按时答复率', 'On-time rate'),
    above: part('answered_on_time', '按时答复的', 'answered in time'),
    below: part('answer_due', '已答复的，加上超期未办的', 'answered, and open past their time'),
    of: rates.onTime,
    source: lateCounts,
  }),
  rating({
    key: 'reply_rate',
    name: both('回复率', 'Reply rate'),
    above: part('replied', '受理后有过回复的', 'taken up and replied to at least once'),
    below: part('accepted', '已受理的', 'taken up'),
    of: rates.reply,
  }),
  rating({
    key: 'closure_rate',
    name: both('办结率', 'Closure rate'),
    above: part('closed', '已办结的', 'closed'),
    below: part('accepted', '已受理的', 'taken up'),
    of: rates.closure,
  }),
]

const times: PeriodIndicator[] = [
  {
    key: 'median_hours',
    name: both('答复用时（中位）', 'Median time to answer'),
    unit: 'hours',
    counted: both('小时', 'hours'),
    numerator: part('answered', '一半的答复在多久以内', 'by when half of the answers were there'),
    denominator: part('answered', '已答复的', 'answered'),
    better: 'less',
    source: both(
      '从收到到最后一次答复，按自然时间；在用时分段内均匀估算。',
      'From receipt to the last answer, in natural time; taken as evenly spread within each span.',
    ),
    isTolerant: true,
    tense: 'period',
    of: (f) => hoursOf(medianHours(f), f.answered),
  },
  {
    key: 'mean_hours',
    name: both('答复用时（平均）', 'Mean time to answer'),
    unit: 'hours',
    counted: both('小时', 'hours'),
    numerator: part('answered', '从收到到答复的时间之和', 'the time from receipt to answer, added up'),
    denominator: part('answered', '已答复的', 'answered'),
    better: 'less',
    source: both('从收到到最后一次答复，按自然时间。', 'From receipt to the last answer, in natural time.'),
    isTolerant: true,
    tense: 'period',
    of: (f) => hoursOf(f.answered > 0 ? f.answer_minutes / 60 / f.answered : undefined, f.answered),
  },
]

/** Of resident requests: what came, what became of it, how fast. */
export const requestIndicators: readonly PeriodIndicator[] = [...counts, ...shares, ...times]
