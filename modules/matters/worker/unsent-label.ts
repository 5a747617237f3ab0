import type { Language } from '#kernel/web/language.ts'
import type { MatterSummary } from '../contract.ts'

const what = {
  zh: {
    accept: '接单',
    note: '写进展',
    answer: '答复',
    handUp: '上报',
    give: '转给人',
    transfer: '转办',
    return: '退回',
  },
  en: {
    accept: 'Accept',
    note: 'Progress',
    answer: 'Answer',
    handUp: 'Hand up',
    give: 'Give to',
    transfer: 'Re-route',
    return: 'Send back',
  },
}

const SEPARATOR = ' · '

/** What an unsent thing is called in its list: what is done, with which matter. */
export function labelOf(act: keyof typeof what.zh, matter: MatterSummary, language: Language): string {
  const place = matter.placeNames.slice(-2).join(' ')
  const parts = [what[language][act], place, matter.subject[language]]
  return parts.filter(Boolean).join(SEPARATOR)
}

/** Only what is done, where the matter is on screen anyway. */
export const actOf = (label: string): string => label.split(SEPARATOR)[0] ?? label
