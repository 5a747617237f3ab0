import { problem } from '#kernel/contract/problem.ts'

export const matterNotFound = problem('matters.not-found', 404, {
  zh: '没有这件事，或不在您的辖区内。',
  en: 'There is no such matter within your post.',
})
export const searchTooShort = problem('matters.search-too-short', 400, {
  zh: '一个字太少，请写两个字以上。',
  en: 'One character is too little. Write at least two.',
})
export const phoneTooShort = problem('matters.phone-too-short', 400, {
  zh: '请写整个号码，或者只写末尾四位。',
  en: 'Write the whole number, or its last four digits only.',
})
export const tooManyFilters = problem('matters.too-many-filters', 409, {
  zh: '存的筛选太多了，请先删掉用不着的。',
  en: 'Too many filters are kept. Delete those you do not need first.',
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
export const assessedByHandler = problem('matters.assessed-by-handler', 403, {
  zh: '是否超出职责，要由办理人以外的上级来认定。',
  en: 'Whether it lies beyond the unit is found by a level above, not by who handled it.',
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
export const alreadyAsked = problem('matters.already-asked', 409, {
  zh: '已经问过来件人，正在等回话，计时已暂停。',
  en: 'The reporter was asked already and the clock stands still. Wait for the answer.',
})
export const urgedAlready = problem('matters.urged-already', 429, {
  zh: '今天已经催办过了，经办人已收到。明天还没有答复可以再催。',
  en: 'You urged it today and the handler was told. Urge again tomorrow if there is still no answer.',
})
export const extendedAlready = problem('matters.extended-already', 409, {
  zh: '已经延期过一次，不能再延。',
  en: 'It was extended once already and cannot be extended again.',
})
export const extensionTooLate = problem('matters.extension-too-late', 409, {
  zh: '已经到期或正在等来件人回话，不能延期。',
  en: 'It is due already, or waits for the reporter: it cannot be extended now.',
})
export const extensionTooLong = problem('matters.extension-too-long', 400, {
  zh: '延期不能超过原来的时限。',
  en: 'An extension cannot be longer than the limit itself.',
})
export const alreadyDecided = problem('matters.already-decided', 409, {
  zh: '这件事的归属上级已经裁定，不能再转办或再提争议。',
  en: 'The level above has decided who does this. It cannot be passed on or disputed again.',
})
export const decidedAbove = problem('matters.decided-above', 403, {
  zh: '归属争议由上一级裁定，请等上一级处理。',
  en: 'The dispute is decided by the level above. Wait for it.',
})
export const mergeRefused = problem('matters.merge-refused', 409, {
  zh: '没有找到可以并入的办件，请核对编号。',
  en: 'There is no matter it can be merged into. Check the number.',
})
export const splitRefused = problem('matters.split-refused', 409, {
  zh: '请选择要拆出去的来件，原办件至少要留下一件。',
  en: 'Choose which reports go over; at least one must stay.',
})
export const joinRefused = problem('matters.join-refused', 409, {
  zh: '这件事已经办完或不能加入，请单独提交。',
  en: 'That matter is finished or cannot be joined. Send yours on its own.',
})
export const answerMissing = problem('matters.answer-missing', 400, {
  zh: '还有必须回答的问题，请看标出的地方。',
  en: 'A question that needs an answer is open. See the marked place.',
})
export const placeMissing = problem('matters.place-missing', 400, {
  zh: '请选择在哪里，可以扫码、在图上点，或从名单里选。',
  en: 'Say where it is: scan a code, tap the map or choose from the list.',
})
export const notAnswered = problem('matters.not-answered', 409, {
  zh: '还没有答复，等答复后再评价。',
  en: 'There is no answer yet. You can rate it after the answer.',
})
export const consentMissing = problem('matters.consent-missing', 404, {
  zh: '没有这一版《个人信息怎么用》。',
  en: 'There is no such version of the notice on your data.',
})
export const figuresOutOfMonth = problem('matters.figures-out-of-month', 400, {
  zh: '按事由、来源、层级或单位统计时，请选整月。',
  en: 'By subject, channel, level or organisation, choose whole months.',
})
export const passOver = problem('matters.pass-over', 401, {
  zh: '为了安全，手机号验证只管 15 分钟。请重新获取验证码。',
  en: 'For safety the code for your number holds for 15 minutes. Please ask for a new one.',
})
export const stillOpen = problem('matters.still-open', 409, {
  zh: '有的事情还在办，删了内容就没法接着办。可以先撤回，或坚持删除。',
  en: 'Something is still being handled and cannot go on without the words. Withdraw it first, or insist.',
})
export const spokenByHandler = problem('matters.spoken-by-handler', 403, {
  zh: '这件事是您办的，评价和回执要请别的同事来记、来打印。',
  en: 'You handled this one. A colleague must record the rating or print the slip.',
})
export const statementMissing = problem('matters.statement-missing', 400, {
  zh: '请写下居民是怎么说的。',
  en: 'Write down what the resident said.',
})
