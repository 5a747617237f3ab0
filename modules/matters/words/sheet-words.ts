import type { ListColumn } from '../contract.ts'

/** What the columns of a sheet are called; a column of the screen that says two things is two columns here. */
const columns: Record<ListColumn, { zh: readonly string[]; en: readonly string[] }> = {
  left: { zh: ['答复期限', '时限'], en: ['Answer due', 'Time'] },
  subject: { zh: ['事由', '情况'], en: ['Subject', 'What was said'] },
  place: { zh: ['地点'], en: ['Place'] },
  community: { zh: ['社区'], en: ['Community'] },
  holder: { zh: ['谁在办'], en: ['Held by'] },
  level: { zh: ['层级'], en: ['Level'] },
  organisation: { zh: ['承办单位'], en: ['Unit'] },
  status: { zh: ['状态'], en: ['Status'] },
  channel: { zh: ['来源'], en: ['Came by'] },
  received: { zh: ['收到'], en: ['Received'] },
  reports: { zh: ['反映人数'], en: ['People'] },
  urged: { zh: ['催办次数'], en: ['Times urged'] },
  satisfaction: { zh: ['评价'], en: ['Rating'] },
  number: { zh: ['编号'], en: ['Number'] },
}

const zh = {
  columns: columnsIn('zh'),
  fileName: (district: string, day: string) => `${district} 办件清单 ${day}`,
  overdue: '超期',
  dueSoon: '即将到期',
  within: '期限内',
  over: '已答复或办结',
  nobody: '还没人接',
}
const en: typeof zh = {
  columns: columnsIn('en'),
  fileName: (district, day) => `${district} matters ${day}`,
  overdue: 'overdue',
  dueSoon: 'due soon',
  within: 'within time',
  over: 'answered or over',
  nobody: 'nobody yet',
}

function columnsIn(language: 'zh' | 'en') {
  return (column: ListColumn): readonly string[] => columns[column][language]
}

/** The words of the exported list, in the language of who asks. */
export const sheetWords = { zh, en }
