import { both, counting, part, type RecordIndicator, received, registered } from './declaring-records.ts'
import * as matters from './matter-sets.ts'
import * as sets from './sets.ts'

const work = counting('work', 'period', received)
const limit = counting('work', 'day', registered)

const weeksOwed = part(
  matters.leaderWeeks,
  '应接访的周：包联一整周、要求每周接访的',
  'weeks owed: whole weeks of links with receptions',
)

/** Work counted from more than the sums of matters. */
export const handling: RecordIndicator[] = [
  limit({
    key: 'limit_days_grid',
    zh: '小事时限',
    en: 'Limit in the grid',
    rows: sets.limitOf('grid'),
    counted: 'day',
    words: both('网格里办的时限，天', 'the limit of what is handled in the grid, in days'),
  }),
  limit({
    key: 'limit_days_community',
    zh: '一般问题时限',
    en: 'Limit in the community',
    rows: sets.limitOf('community'),
    counted: 'day',
    words: both('社区办的时限，天', 'the limit of what the community handles, in days'),
  }),
  work({
    key: 'contact_issues_resolved',
    zh: '包联干部反映并解决的',
    en: 'Raised by contact officials and solved',
    rows: matters.solvedOfContacts,
    counted: 'matter',
  }),
  work({
    key: 'three_self_matters_solved',
    zh: '“三自”组织办成的',
    en: 'Solved by resident groups',
    rows: matters.solvedByResidentGroups,
    counted: 'matter',
  }),
  {
    ...work({
      key: 'leader_receptions_per_week',
      zh: '每周接访次数',
      en: 'Receptions per leader and week',
      rows: matters.receptionsHeld,
      counted: 'week',
      words: both(
        '这些周里接访的天数，从接访来件算',
        'days with receptions in those weeks, from the reports taken',
      ),
    }),
    unit: 'ratio',
    better: 'more',
    denominator: weeksOwed,
  },
  {
    ...work({
      key: 'leader_weeks_met',
      zh: '按约接访的周',
      en: 'Weeks with receptions as owed',
      rows: matters.leaderWeeksMet,
      counted: 'week',
    }),
    unit: 'share',
    better: 'more',
    denominator: weeksOwed,
  },
  work({
    key: 'visit_round_requests',
    zh: '走访征集的诉求',
    en: 'Asks collected on visits',
    rows: matters.reportsBy('visit'),
    counted: 'report',
  }),
  work({
    key: 'deed_projects',
    zh: '实事项目',
    en: 'Practical deeds',
    rows: matters.deeds,
    counted: 'matter',
    words: both('由走访来的诉求并成的民生实事', 'practical deeds that asks of visits were merged into'),
  }),
  work({
    key: 'deed_projects_done',
    zh: '已办结的实事',
    en: 'Practical deeds done',
    rows: matters.deedsDone,
    counted: 'matter',
  }),
  work({
    key: 'petition_volume',
    zh: '信访来件',
    en: 'Petitions',
    rows: matters.reportsBy('petition'),
    counted: 'report',
  }),
  {
    ...work({
      key: 'petition_volume_drop',
      zh: '信访量比上期减少',
      en: 'Petitions fewer than before',
      rows: matters.reportsBy('petition'),
      counted: 'report',
      words: both('这段时间的信访来件', 'petitions in the span'),
    }),
    unit: 'share',
    isFall: true,
    source: both(
      '只给人看变化，不作目标，也不给来访的人记名。',
      'To see what changes. Never a target, and no list of who came.',
    ),
    denominator: part(
      matters.reportsBy('petition'),
      '前一段同样天数的信访来件',
      'petitions in as many days before',
    ),
  },
  {
    ...work({
      key: 'first_petition_resolution_rate',
      zh: '初信初访化解率',
      en: 'First letters and visits settled',
      rows: matters.firstPetitionsSettled,
      counted: 'matter',
      words: both('已经解决的初信初访', 'first letters and visits solved'),
    }),
    unit: 'share',
    better: 'more',
    denominator: part(matters.firstPetitions, '初信初访', 'first letters and visits'),
  },
  work({ key: 'disputes_found', zh: '矛盾纠纷', en: 'Disputes', rows: matters.disputes, counted: 'matter' }),
  work({
    key: 'disputes_settled',
    zh: '化解的纠纷',
    en: 'Disputes settled',
    rows: matters.disputesSettled,
    counted: 'matter',
  }),
  {
    ...work({
      key: 'dispute_settlement_rate',
      zh: '纠纷化解率',
      en: 'Share of disputes settled',
      rows: matters.disputesSettled,
      counted: 'matter',
      words: both('已经化解的', 'settled'),
    }),
    unit: 'share',
    better: 'more',
    denominator: part(matters.disputes, '这段时间的矛盾纠纷', 'disputes in the span'),
  },
]
