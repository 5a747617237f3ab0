import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { fieldLines, SettingHistory } from '#modules/office/web/door.tsx'
import type { Way } from '../contract.ts'
import { changeChannels } from '../web/routes.generated.ts'
import { channelFields } from './channel-fields.ts'
import { messages } from './channels.messages.ts'
import { noticeWords } from './notice-words.messages.ts'

const ways = Object.keys(channelFields) as Way[]

/** What the ways out were; their secrets are kept apart and stand in no version. */
export function ChannelHistory() {
  const words = useMessages(messages)
  const { ways: names } = useMessages(noticeWords)
  const action = useStaffAction(changeChannels, { invalidates: ['/notices/channels', '/settings'] })
  const labels = Object.fromEntries(
    ways.flatMap((way) => [
      [`${way}.on`, `${names[way]} ${words.on}`],
      ...channelFields[way].map(({ name, label }) => [
        `${way}.${name}`,
        `${names[way]} ${words.fields[label]}`,
      ]),
    ]),
  )
  return (
    <>
      <ProblemNote problem={action.problem} />
      <SettingHistory
        name="notices.channels"
        linesOf={fieldLines(labels, words.choices)}
        onSetBack={async (value) => (await action.run({ body: value })) !== undefined}
      />
    </>
  )
}
