/** What pages of other modules may use. */
export { matterWords } from '../words/matter-words.messages.ts'
export { statusKind } from './status-kind.ts'
