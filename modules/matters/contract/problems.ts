import { problem } from '#kernel/contract/problem.ts'

export const matterNotFound = problem('matters.not-found', 404, {
  zh: '没有这件事，或不在您的辖区内。',
  en: 'There is no such matter within your post.',
})
export const receiptNotFound = problem('matters.receipt-not-found', 404, {
  zh: '查询码不对，请照回执上的查询码再输一次。',
  en: 'This query code is not right. Enter it again as it stands on the receipt.',
})
export const subjectUnknown = problem('matters.subject-unknown', 400, {
  zh: '请选择是哪一类事情。',
  en: 'Please choose what it is about.',
})
export const saidElsewhere = problem('matters.report-already-done', 409, {
  zh: '这件事已经收到，不用再发。',
  en: 'This was already received. There is no need to send it again.',
})
export const moveRefused = problem('matters.move-refused', 409, {
  zh: '这件事现在的状态不能这样办，请刷新看看最新进展。',
  en: 'This cannot be done in the present state. Refresh to see what changed.',
})
export const heldByOthers = problem('matters.held-by-others', 403, {
  zh: '这件事现由上一级或其他单位办理，您可以查看，不能办理。',
  en: 'A level above or another unit holds this now. You can see it but not act on it.',
})
export const handlerUnfit = problem('matters.handler-unfit', 409, {
  zh: '这个人在该区域没有办理岗位，请另选一位。',
  en: 'This person holds no handling post in that area. Choose someone else.',
})
export const followUpByHandler = problem('matters.follow-up-by-handler', 403, {
  zh: '回访要由办理人以外的人来做。',
  en: 'The follow-up must be made by someone other than who handled it.',
})
export const followUpMissing = problem('matters.follow-up-missing', 409, {
  zh: '还没有回访，不能办结。',
  en: 'It cannot be closed before the follow-up.',
})
export const evidenceMissing = problem('matters.evidence-missing', 409, {
  zh: '这类事情办好要附一张现场照片。',
  en: 'For this kind of matter a photo of the result is needed.',
})
export const rerouteDecidedAbove = problem('matters.reroute-decided-above', 403, {
  zh: '已经转办过一次，再有争议请上报，由上一级决定。',
  en: 'It was re-routed once already. Hand it up: the level above decides.',
})
export const noLevelAbove = problem('matters.no-level-above', 409, {
  zh: '已经在区一级，没有更高的层级了。',
  en: 'It is at the district already; there is no level above.',
})
export const targetUnknown = problem('matters.target-unknown', 400, {
  zh: '请选择转给哪个区域或单位。',
  en: 'Choose the area or organisation it goes to.',
})
export const reopenTooLate = problem('matters.reopen-too-late', 409, {
  zh: '已超过可以重新提出的期限，请再报一件新的，我们会接着办。',
  en: 'The time for reopening is over. Please report it anew and we will take it up.',
})
export const notAnswered = problem('matters.not-answered', 409, {
  zh: '还没有答复，等答复后再评价。',
  en: 'There is no answer yet. You can rate it after the answer.',
})
