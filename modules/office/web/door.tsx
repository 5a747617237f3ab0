/** What the staff pages of other modules take from the office. */
export { readOffice } from './routes.generated.ts'
export { fieldLines, type HistoryLine, SettingHistory } from './setting-history.tsx'
