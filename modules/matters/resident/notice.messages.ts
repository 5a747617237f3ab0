const zh = {
  title: '个人信息怎么用',
  parts: [
    {
      head: '谁在用',
      text: '负责这个地方的网格员，以及办理这件事的社区、街道、区里和有关单位的工作人员。别人看不到。',
    },
    {
      head: '收什么',
      text: '您写的内容、照片和扫码的地点。手机号和称呼您愿意留才收。不用登录，不要身份证号，不跟踪您的位置；照片里的拍摄地点和手机型号，发出前已在您手机上去掉。',
    },
    {
      head: '做什么用',
      text: '只用来办这件事、答复您、回访您。不给居民打分、排名，也不提供给商家。',
    },
    {
      head: '怎么保管',
      text: '手机号和称呼加密保存，平时只显示一部分。要看全的人必须正在办这件事并写明原因，每次查看都有记录。公开的列表只有事由、地点和进度。',
    },
    {
      head: '留多久',
      text: '办理记录留作凭证，只归档不涂改。手机号和称呼只在办理、回访和可以要求重办的期间使用；之后您可以要求删掉。没提交的草稿只在您这部手机里，7 天后自动清掉。',
    },
    {
      head: '您可以',
      text: '凭查询码随时查看；办结前可以撤回；可以要求更正、删除您的联系方式，或请我们说明谁看过。',
    },
    {
      head: '找谁',
      text: '扫您家门口的二维码，页面下方有网格员和社区的工作电话，打电话或到社区当面说都行。',
    },
  ],
  homePage: '去首页',
}

const en: typeof zh = {
  title: 'How your data are used',
  parts: [
    {
      head: 'Who uses them',
      text: 'The grid worker of this place and the staff of the community, street, district or unit that handles the matter. Nobody else.',
    },
    {
      head: 'What is taken',
      text: 'Your words, your photos and the place whose code you scanned. Phone number and name only if you give them. No sign-in, no ID number, no tracking; the place and device written into photos are removed on your phone before sending.',
    },
    {
      head: 'What for',
      text: 'Only to handle the matter, to answer you and to ask you afterwards. Residents are never scored or ranked, and nothing goes to businesses.',
    },
    {
      head: 'How they are kept',
      text: 'Phone number and name are encrypted and normally shown in part. To see them whole one must be handling the matter and give a reason; every look is recorded. Public lists show only subject, place and progress.',
    },
    {
      head: 'How long',
      text: 'The record of handling is kept as proof, archived and never altered. Phone number and name are used only while it is handled, followed up and open to being taken up again; after that you may ask for their removal. Drafts stay on your phone and are cleared after 7 days.',
    },
    {
      head: 'What you may do',
      text: 'Look at any time with your query code; take it back before it is closed; ask for your contact to be corrected or removed, or who looked at it.',
    },
    {
      head: 'Whom to ask',
      text: 'Scan the code at your door: the work phones of the grid worker and the community stand at the foot of the page. Or visit the community office.',
    },
  ],
  homePage: 'To the first page',
}

export const messages = { zh, en }
