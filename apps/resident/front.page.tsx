import { Icon } from '#kernel/ui/icon/icon.tsx'
import { Card } from '#kernel/ui/card/card.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useMessages } from '#kernel/web/messages.ts'

const zh = {
  name: '一格',
  title: '身边的小事，扫码就能说',
  how: '请用微信扫一扫楼门口或电梯里的二维码，打开后就是您家那栋楼，不用登录。',
  slip: '已经报过的事，扫回执上的二维码看进度。',
}

const en: typeof zh = {
  name: 'Yige',
  title: 'Scan the code to report what needs fixing',
  how: 'Scan the code at your front door or in the lift. It opens the page of your own building; no sign-in.',
  slip: 'To follow something you reported, scan the code on your receipt.',
}

const messages = { zh, en }

/** For those who typed the bare address: where to find their own door. */
export function FrontPage() {
  const words = useMessages(messages)
  return (
    <Page title={words.title} place={words.name}>
      <Card>
        <Icon name="pin" size={2} />
        <p>{words.how}</p>
        <p className="y-second">{words.slip}</p>
      </Card>
    </Page>
  )
}
