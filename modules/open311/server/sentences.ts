import type { Language } from '#kernel/server/context.ts'
import type { Outcome, Status } from '#modules/matters/contract.ts'
import type { TalkRow } from './record-queries.ts'

/** What is said of a matter to everybody, in whole sentences. */
type Said = Pick<TalkRow, 'kind' | 'outcome' | 'other_number'> & {
  areaName: string
  subjectName: string
  due: string
}

const outcomes: Record<Language, Record<Outcome, string>> = {
  zh: {
    solved: '已解决',
    explained: '已向来件人说明情况',
    planned: '已列入计划',
    referred: '已告知来件人该找谁办',
  },
  en: {
    solved: 'It is solved',
    explained: 'The reporters were told how things stand',
    planned: 'It is planned',
    referred: 'The reporters were told whom to turn to',
  },
}

const events: Record<Language, Record<TalkRow['kind'], (said: Said) => string>> = {
  zh: {
    received: () => '已收到。',
    accepted: () => '已受理。',
    assigned: () => '已交给经办人。',
    transferred: ({ areaName }) => `已转到${areaName}。`,
    handed_up: ({ areaName }) => `已上报到${areaName}。`,
    noted: () => '有新进展，已告知来件人。',
    answered: ({ outcome }) => `已答复来件人${outcome ? `：${outcomes.zh[outcome]}` : ''}。`,
    closed: ({ outcome }) => `已办结${outcome ? `：${outcomes.zh[outcome]}` : ''}。`,
    reopened: () => '来件人认为没有解决，已重新办理。',
    returned: () => '不属于这里办理，已告知来件人该找谁办。',
    withdrawn: () => '来件人已撤回。',
    extended: ({ due }) => `需要更多时间，将在${due}前答复。`,
    resumed: ({ due }) => `继续办理，将在${due}前答复。`,
    raised: ({ areaName }) => `已超过时限，由${areaName}督办。`,
    decided: ({ areaName }) => (areaName ? `已确定由${areaName}办理。` : '已确定由原单位办理。'),
    subject_changed: ({ subjectName }) => `事由改为“${subjectName}”。`,
    merged: ({ other_number: other }) => `与 ${other ?? ''} 是同一件事，并入一起办理。`,
  },
  en: {
    received: () => 'It was received.',
    accepted: () => 'It was accepted.',
    assigned: () => 'It was given to a person.',
    transferred: ({ areaName }) => `It was passed on to ${areaName}.`,
    handed_up: ({ areaName }) => `It was handed up to ${areaName}.`,
    noted: () => 'There is progress; the reporters were told.',
    answered: ({ outcome }) => `The reporters were answered${outcome ? `. ${outcomes.en[outcome]}` : ''}.`,
    closed: ({ outcome }) => `It is closed${outcome ? `. ${outcomes.en[outcome]}` : ''}.`,
    reopened: () => 'The reporter says it is not settled; it is handled anew.',
    returned: () => 'It is not handled here; the reporters were told whom to turn to.',
    withdrawn: () => 'The reporter took it back.',
    extended: ({ due }) => `More time is needed; the answer comes by ${due}.`,
    resumed: ({ due }) => `It goes on; the answer comes by ${due}.`,
    raised: ({ areaName }) => `It is over its time and supervised by ${areaName}.`,
    decided: ({ areaName }) =>
      areaName ? `It was decided that ${areaName} handles it.` : 'It stays where it is.',
    subject_changed: ({ subjectName }) => `It is now filed under “${subjectName}”.`,
    merged: ({ other_number: other }) => `It is the same as ${other ?? ''} and handled together with it.`,
  },
}

export const sentenceOf = (said: Said, language: Language): string => events[language][said.kind](said)

const standing: Record<Status, TalkRow['kind']> = {
  received: 'received',
  accepted: 'accepted',
  in_progress: 'assigned',
  answered: 'answered',
  closed: 'closed',
  returned: 'returned',
  merged: 'merged',
  withdrawn: 'withdrawn',
}

const inHand: Record<Language, string> = { zh: '正在办理。', en: 'It is in hand.' }

/** How a matter stands, in one sentence. */
export const standingOf = (
  status: Status,
  said: Pick<Said, 'outcome' | 'other_number'>,
  language: Language,
): string =>
  status === 'in_progress'
    ? inHand[language]
    : sentenceOf({ ...said, kind: standing[status], areaName: '', subjectName: '', due: '' }, language)

const moments = new Map<string, Intl.DateTimeFormat>()

/** A moment as it is said in the district: 11月28日 18:00. */
export function momentSaid(moment: Date, timeZone: string, language: Language): string {
  const key = `${timeZone} ${language}`
  const format =
    moments.get(key) ??
    new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
      timeZone,
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    })
  moments.set(key, format)
  return format.format(moment)
}
