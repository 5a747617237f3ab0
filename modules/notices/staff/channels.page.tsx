import { Alert } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Way } from '../contract.ts'
import { readChannels } from '../web/routes.generated.ts'
import { ChannelForm } from './channel-form.tsx'
import { messages } from './channels.messages.ts'
import { ChannelHistory } from './channel-history.tsx'
import { RulesForm } from './rules-form.tsx'
import './notices.css'

const ways: readonly Way[] = ['sms', 'wechat', 'wecom', 'dingtalk', 'email']

/** The ways out of the installation, for the system administrator. */
export function ChannelsPage() {
  const words = useMessages(messages)
  const board = useStaffRoute(readChannels, {})
  const { data } = board
  return (
    <>
      <h1>{words.title}</h1>
      <p className="nt-hint" style={{ marginBottom: 12 }}>
        {words.what}
      </p>
      <ProblemNote problem={board.error} again={() => void board.refetch()} />
      {data?.demo && (
        <Alert type="info" showIcon title={words.demo} style={{ marginBottom: 12, maxWidth: 760 }} />
      )}
      {data &&
        ways.map((way) => (
          <ChannelForm key={`${way} ${JSON.stringify(data.channels[way])}`} way={way} board={data} />
        ))}
      {data && <ChannelHistory />}
      {data && <RulesForm key={JSON.stringify(data.rules)} rules={data.rules} />}
    </>
  )
}
