/**
 * What each audited action is called, for the screen and the exported sheet: a new audited action gets its
 * line here, and a test finds the one that has none.
 */
export type ActionWords = Readonly<Record<string, readonly [zh: string, en: string]>>

const people: ActionWords = {
  'people.signed-in': ['登录', 'signed in'],
  'people.signed-out': ['退出登录', 'signed out'],
  'people.sign-in-failed': ['登录时密码不对', 'wrong password'],
  'people.code-failed': ['动态验证码不对', 'wrong second-factor code'],
  'people.recovery-code-used': ['用了一个恢复码', 'used a recovery code'],
  'people.password-changed': ['改了自己的密码', 'changed the own password'],
  'people.password-reset': ['重置别人的密码', 'reset a password'],
  'people.factor-offered': ['开始绑定动态验证码', 'began to bind a second factor'],
  'people.factor-confirmed': ['绑定了动态验证码', 'bound a second factor'],
  'people.factor-removed': ['解除动态验证码', 'removed a second factor'],
  'people.recovery-codes-made': ['生成一组恢复码', 'made recovery codes'],
  'people.account-added': ['新建账号', 'made an account'],
  'people.account-disabled': ['停用账号', 'disabled an account'],
  'people.account-enabled': ['恢复账号', 'enabled an account'],
  'people.sessions-ended': ['退出某个账号的登录', 'ended sessions of an account'],
  'people.all-sessions-ended': ['让全员重新登录', 'signed everybody out'],
  'people.provider-tried': ['测试单点登录', 'tried the sign-in service'],
  'people.provider-unknown': [
    '单点登录的人没有账号',
    'nobody has an account for who came by the sign-in service',
  ],
  'people.identity-linked': ['绑定单点登录身份', 'linked an account to the sign-in service'],
  'people.identity-unlinked': ['解除单点登录身份', 'unlinked an account from the sign-in service'],
  'people.post-given': ['设岗位', 'gave a post'],
  'people.post-ended': ['结束岗位', 'ended a post'],
  'people.contact-linked': ['登记包联', 'linked an official to an area'],
  'people.contact-unlinked': ['结束包联', 'ended the link of an official to an area'],
}

const places: ActionWords = {
  'places.area-added': ['新增区域', 'added an area'],
  'places.area-changed': ['修改区域', 'changed an area'],
  'places.area-ended': ['撤销区域', 'ended an area'],
  'places.areas-imported': ['导入区域', 'imported areas'],
  'places.boundaries-checked': ['检查边界文件', 'checked a boundary file'],
  'places.boundaries-imported': ['导入边界', 'imported boundaries'],
  'places.grids-regrouped': ['网格调整生效', 'regrouped grids'],
  'places.door-code-made': ['制作门码', 'made a door code'],
  'places.door-codes-made': ['成批制作门码', 'made door codes'],
  'places.door-code-retired': ['停用门码', 'retired a door code'],
  'regrouping.previewed': ['预览网格调整', 'previewed a regrouping'],
  'regrouping.decided': ['决定网格调整', 'decided a regrouping'],
  'regrouping.cancelled': ['取消网格调整', 'cancelled a regrouping'],
  'regrouping.stuck': ['网格调整没能生效', 'a regrouping got stuck'],
  'organisations.added': ['新增单位', 'added an organisation'],
  'organisations.changed': ['修改单位', 'changed an organisation'],
  'organisations.ended': ['撤销单位', 'ended an organisation'],
  'organisations.reopened': ['恢复单位', 'opened an organisation again'],
  'organisations.tie-added': [
    '登记单位的覆盖或认定',
    'registered what an organisation covers or is recognised as',
  ],
  'organisations.tie-ended': [
    '结束单位的覆盖或认定',
    'ended what an organisation covers or is recognised as',
  ],
  'organisations.formation-opened': ['开始筹建业主委员会', 'opened the formation of an owners’ committee'],
  'organisations.formation-step': ['登记筹建步骤', 'registered a step of a formation'],
  'organisations.imported': ['导入单位', 'imported organisations'],
  'organisations.rehomed': ['单位改挂区域', 'moved an organisation to another area'],
}

const matters: ActionWords = {
  'matters.received': ['收到来件', 'received a report'],
  'matters.joined': ['并入同一件', 'joined a report to a matter'],
  'matters.accepted': ['受理', 'accepted'],
  'matters.assigned': ['派给某人', 'assigned'],
  'matters.transferred': ['转办', 'transferred'],
  'matters.handed_up': ['上报', 'handed up'],
  'matters.noted': ['记一笔', 'noted'],
  'matters.answered': ['答复', 'answered'],
  'matters.followed_up': ['回访', 'followed up'],
  'matters.closed': ['办结', 'closed'],
  'matters.reopened': ['重新办理', 'reopened'],
  'matters.returned': ['退回并告知去处', 'returned, with the right way told'],
  'matters.rated': ['反映人评价', 'rated by the reporter'],
  'matters.withdrawn': ['反映人撤回', 'withdrawn by the reporter'],
  'matters.urged': ['反映人催办', 'urged by the reporter'],
  'matters.asked': ['请反映人补充', 'asked the reporter'],
  'matters.replied': ['反映人补充', 'the reporter replied'],
  'matters.resumed': ['恢复计时', 'the clock went on'],
  'matters.warned': ['快到期提醒', 'warned before the limit'],
  'matters.late': ['超期', 'went over the limit'],
  'matters.raised': ['升级督办', 'raised a level'],
  'matters.instructed': ['批示', 'instructed'],
  'matters.extended': ['延期', 'extended'],
  'matters.disputed': ['对派单有异议', 'disputed the dispatch'],
  'matters.decided': ['裁定由谁办', 'decided who handles it'],
  'matters.subject_changed': ['改事由', 'changed the subject'],
  'matters.assessed': ['认定是否计入考核', 'assessed whether it counts'],
  'matters.merged': ['合并', 'merged'],
  'matters.split': ['拆分', 'split'],
  'matters.hidden': ['不再公开', 'hidden from the public'],
  'matters.shown': ['恢复公开', 'shown to the public'],
  'matters.erased': ['依法删除内容', 'erased by law'],
  'matters.contact-seen': ['查看反映人联系方式', 'looked at the contact of a reporter'],
  'matters.searched-by-phone': ['按手机号查来件', 'searched reports by phone'],
  'matters.exported': ['导出办件清单', 'exported a list of matters'],
  'matters.filter-kept': ['保存筛选', 'kept a filter'],
  'matters.filter-dropped': ['删除筛选', 'dropped a filter'],
  'matters.filters-ordered': ['调整筛选顺序', 'ordered the filters'],
  'matters.calendar-set': ['改工作日历', 'set the work calendar'],
  'matters.policy-set': ['改办理时限', 'set the limits'],
  'matters.routing-tried': ['试算派单规则', 'tried the routing rules'],
  'matters.rule-set': ['设派单规则', 'set a routing rule'],
  'matters.rule-ended': ['停用派单规则', 'ended a routing rule'],
  'matters.rules-ordered': ['调整派单规则顺序', 'ordered the routing rules'],
  'matters.subject-added': ['新增事由', 'added a subject'],
  'matters.subject-changed': ['修改事由', 'changed a subject'],
  'matters.district-opened': ['开通本区', 'opened the district'],
  'transparency.published': ['公开办理情况', 'published figures'],
}

const others: ActionWords = {
  'settings.changed': ['修改设置', 'changed a setting'],
  'audit.read': ['查阅审计记录', 'read the audit'],
  'audit.exported': ['导出审计记录', 'exported the audit'],
  'files.photo-kept': ['上传照片', 'sent a photo'],
  'files.voice-kept': ['上传语音', 'sent a voice note'],
  'notices.choices-changed': ['改通知方式', 'changed how to be told'],
  'notices.address-started': ['登记接收号码或邮箱', 'began to confirm an address'],
  'notices.address-confirmed': ['确认接收号码或邮箱', 'confirmed an address'],
  'notices.address-removed': ['删除接收号码或邮箱', 'removed an address'],
  'notices.resent': ['重发通知', 'sent a notice again'],
  'notices.secret-changed': ['改通知渠道的密钥', 'changed the secret of a channel'],
  'notices.channel-tried': ['试发通知', 'tried a channel'],
  'webhooks.made': ['新增消息推送', 'made a webhook'],
  'webhooks.changed': ['修改消息推送', 'changed a webhook'],
  'webhooks.ended': ['停用消息推送', 'ended a webhook'],
  'webhooks.turned': ['开关消息推送', 'turned a webhook on or off'],
  'webhooks.stopped': ['消息推送因失败停下', 'a webhook stopped after failures'],
  'webhooks.pinged': ['试发消息推送', 'pinged a webhook'],
  'webhooks.sent-again': ['重发消息推送', 'sent a webhook again'],
  'webhooks.secret-renewed': ['换消息推送的密钥', 'renewed the secret of a webhook'],
  'open311.key-made': ['发接口密钥', 'made an interface key'],
  'open311.key-ended': ['停用接口密钥', 'ended an interface key'],
  'open311.posted': ['通过接口收到来件', 'received a report by the interface'],
  'open311.updated': ['通过接口更新来件', 'updated a report by the interface'],
  'district.exported': ['导出全区数据', 'exported the district'],
  'demo.seeded': ['装入演示数据', 'loaded the demonstration'],
}

/** In groups, as the filter offers them. */
export const actionGroups: readonly { zh: string; en: string; words: ActionWords }[] = [
  { zh: '登录、账号和岗位', en: 'Sign-in, accounts and posts', words: people },
  { zh: '来件和办件', en: 'Reports and matters', words: matters },
  { zh: '区域和单位', en: 'Areas and organisations', words: places },
  { zh: '设置、通知和其他', en: 'Settings, notices and others', words: others },
]

const all: ActionWords = Object.assign({}, ...actionGroups.map((group) => group.words))

/** The action in words; its code where it has none. */
export function actionWord(action: string, language: 'zh' | 'en'): string {
  const [zh, en] = all[action] ?? [action, action]
  return language === 'zh' ? zh : en
}
