import type { ConsentText } from '../contract.ts'

/** What the product brings; an office puts its own version in force beside it. Says what the product does, nothing more. */
export const standardConsent: ConsentText = {
  zh: [
    {
      head: '谁在用',
      text: '负责这个地方的网格员，以及办理这件事的社区、街道、区里和有关单位的工作人员。别人看不到。',
    },
    {
      head: '收什么',
      text: '您写的内容、照片、语音和扫码或选定的地点。手机号和称呼您愿意留才收。不用登录，不要身份证号，不跟踪您的位置；照片里的拍摄地点和手机型号，发出前已在您手机上去掉。',
    },
    {
      head: '做什么用',
      text: '只用来办这件事、答复您、回访您。不给居民打分、排名，也不提供给商家。',
    },
    {
      head: '怎么保管',
      text: '手机号和称呼加密保存，平时只显示一部分。要看全的人必须正在办这件事并写明原因，每次查看都有记录，您也能看到是什么时候、因为什么看的。公开的列表只有事由、地点和进度。',
    },
    {
      head: '孩子的信息',
      text: '未满14岁的，请监护人看过并同意再提交；孩子的信息只给办这件事的人用，监护人随时可以要求删除。',
    },
    {
      head: '留多久',
      text: '办理记录留作凭证，只归档不涂改。手机号和称呼在办结后保存一段时间（通常两年），到期自动删除。没提交的草稿只在您这部手机里，7 天后自动清掉。',
    },
    {
      head: '您可以',
      text: '凭查询码或手机验证码，随时查看、导出留下的全部信息，更正或删掉联系方式，删掉内容、照片和语音。不想留联系方式也能反映，一样会办。',
    },
    {
      head: '找谁',
      text: '自己在“我的信息”里就能办；也可以扫您家门口的二维码，页面下方有网格员和社区的工作电话，打电话或到社区当面说都行。',
    },
  ],
  en: [
    {
      head: 'Who uses them',
      text: 'The grid worker of this place and the staff of the community, street, district or unit that handles the matter. Nobody else.',
    },
    {
      head: 'What is taken',
      text: 'Your words, photos, recording and the place you scanned or chose. Phone number and name only if you give them. No sign-in, no ID number, no tracking; the place and device written into photos are removed on your phone before sending.',
    },
    {
      head: 'What for',
      text: 'Only to handle the matter, to answer you and to ask you afterwards. Residents are never scored or ranked, and nothing goes to businesses.',
    },
    {
      head: 'How they are kept',
      text: 'Phone number and name are encrypted and normally shown in part. To see them whole one must be handling the matter and give a reason; every look is recorded, and you can see when and why. Public lists show only subject, place and progress.',
    },
    {
      head: 'Children',
      text: 'Under the age of 14, a guardian reads this and agrees before sending. A child’s data are used only by those who handle the matter, and the guardian may have them erased at any time.',
    },
    {
      head: 'How long',
      text: 'The record of handling is kept as proof, archived and never altered. Phone number and name are kept for a time after closing (usually two years) and then erased by themselves. Drafts stay on your phone and are cleared after 7 days.',
    },
    {
      head: 'What you may do',
      text: 'With your query code or a code sent to your phone: see and export all that is kept, correct or remove your contact, erase words, photos and recordings. Without a contact your report is handled all the same.',
    },
    {
      head: 'Whom to ask',
      text: 'You can do all this yourself under “My data”. Or scan the code at your door: the work phones of the grid worker and the community stand at the foot of the page. Or visit the community office.',
    },
  ],
}
