import type { Promised } from '../contract.ts'

type LimitUnit = Promised['unit']

const unitNames: Record<LimitUnit, string> = {
  working_days: '个工作日',
  natural_days: '天',
  hours: '小时',
  working_hours: '个工作小时',
}

const zh = {
  question: '想问什么',
  questionHint: '一次问清楚一件事，来件人会在手机上看到并回话。',
  askWhat: (until: string) =>
    `问出去以后计时暂停，来件人一回话就接着算，最晚等到 ${until}，到时没有回话也接着算。`,
  askLate: '这件事已经超期，问了也不停表。',
  amount: '延长多久',
  unitNames,
  most: (limit: string) => `最多 ${limit}，只能延一次。`,
  newDue: (due: string) => `新的时限：${due}答复`,
  reason: '原因',
  extendHint: '来件人只看到新的时限，看不到这里写的原因。',
  instruction: '督办意见',
  instructionHint: '要谁在什么时候以前做到什么。经办人会看到，也会印在督办单上。',
  disputeReason: '为什么不归这里办',
  disputeWhat: '报上去以后由上一级裁定一次。裁定之前仍由这里办，计时不停。',
  suggest: '知道该归谁，一起报上去',
  decision: '怎么裁定',
  decisions: { stays: '仍由现在的单位办', goes: '归别处办' },
  decideWhat: '裁定以后不能再转办，也不能再提争议。',
  disputed: (by: string) => `${by}的理由`,
  newSubject: '改成什么事由',
  change: '换一个',
  subjectWhat: '只改归类，不换办理的人。',
  hideReason: '为什么撤下',
  hideWhat: '撤下以后大家在公示里看不到，来件人照常能看到，事情照常办。',
  showReason: '为什么恢复',
  showWhat: '恢复以后大家在公示里又能看到。',
  need: {
    question: '请写要问什么。',
    amount: '请选延长多久。',
    reason: '请写明原因。',
    words: '请写几句。',
    decision: '请选怎么裁定。',
    target: '请选归谁办。',
    subject: '请选一个别的事由。',
  },
}
const en: typeof zh = {
  question: 'What do you ask',
  questionHint: 'One thing at a time. The reporter reads it on the phone and answers there.',
  askWhat: (until) =>
    `The clock stands still until the reporter answers, at most until ${until}; then it goes on by itself.`,
  askLate: 'This one is late already: asking does not stop the clock.',
  amount: 'How much more time',
  unitNames: {
    working_days: 'working days',
    natural_days: 'days',
    hours: 'hours',
    working_hours: 'working hours',
  },
  most: (limit) => `${limit} at most, once only.`,
  newDue: (due) => `New date: answer ${due}`,
  reason: 'Reason',
  extendHint: 'The reporter sees the new date, not this reason.',
  instruction: 'Instruction',
  instructionHint: 'Who must do what by when. The handler sees it; it stands on the supervision card.',
  disputeReason: 'Why it is not yours',
  disputeWhat: 'The level above decides once. Until then it stays here and the clock runs on.',
  suggest: 'I know whose it is',
  decision: 'Your decision',
  decisions: { stays: 'It stays where it is', goes: 'It goes elsewhere' },
  decideWhat: 'After this it can be neither re-routed nor disputed again.',
  disputed: (by) => `What ${by} says`,
  newSubject: 'The right subject',
  change: 'Change',
  subjectWhat: 'Only the subject changes, not who handles it.',
  hideReason: 'Why it is taken off',
  hideWhat:
    'Nobody finds it on the public pages any more. The reporter still sees it, and it is handled as before.',
  showReason: 'Why it is put back',
  showWhat: 'Everybody can find it on the public pages again.',
  need: {
    question: 'Write what you ask.',
    amount: 'Choose how much.',
    reason: 'Say why.',
    words: 'Write a few words.',
    decision: 'Choose your decision.',
    target: 'Choose whose it is.',
    subject: 'Choose another subject.',
  },
}
export const messages = { zh, en }
