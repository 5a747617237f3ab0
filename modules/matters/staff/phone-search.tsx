import { Button, Modal } from 'antd'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useMay } from '#kernel/web/react/session.tsx'
import { useAction } from '#kernel/web/use-action.ts'
import type { MatterSummary } from '../contract.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { searchByPhone } from '../web/routes.generated.ts'
import type { Desk } from './desk-address.ts'
import { askedPhone, askForPhone, onPhoneAsked } from './phone-asked.ts'
import './phone-search.css'

const zh = {
  title: (digits: string) => `用手机号 ${digits} 反映过的`,
  offer: (digits: string) => `按手机尾号 ${digits} 找`,
  offerHint: '谁找过会记录在案',
  none: '没有用这个号码反映过的事。',
  more: '只列出最近的 50 件。',
  recorded: '这次查找已记录在案。',
}
const en: typeof zh = {
  title: (digits) => `Reported with the phone ${digits}`,
  offer: (digits) => `Search phones ending in ${digits}`,
  offerHint: 'Who searched is on record',
  none: 'Nothing was reported with this phone.',
  more: 'The latest 50 only.',
  recorded: 'This search is on record.',
}
const messages = { zh, en }

/** Four digits may be the end of a phone as well as of a number: a second way to look, for who may see contacts. */
export function PhoneOffer({ q }: { q: string | undefined }) {
  const words = useMessages(messages)
  const may = useMay('matters.contact')
  if (!may || !q || !/^\d{4}$/.test(q.trim())) return null
  return (
    <Button size="small" type="link" title={words.offerHint} onClick={() => askForPhone(q.trim())}>
      {words.offer(q.trim())}
    </Button>
  )
}

/** What somebody reported with a phone. It never stands in an address, so it lives in a window of its own. */
export function PhoneSearch({ desk }: { desk: Desk }) {
  const phone = useSyncExternalStore(onPhoneAsked, askedPhone)
  if (!phone) return null
  return <Found key={phone} phone={phone} desk={desk} />
}

const hidden = (phone: string) => (phone.length > 4 ? `*${phone.slice(-4)}` : phone)

function Found({ phone, desk }: { phone: string; desk: Desk }) {
  const words = useMessages(messages)
  const search = useAction(searchByPhone)
  const [found, setFound] = useState<{ items: readonly MatterSummary[]; isMore: boolean }>()
  const { run } = search
  const [ask] = useState(() => () => run({ body: { phone, ...desk.within } }))
  useEffect(() => {
    void ask().then(setFound)
  }, [ask])
  const close = () => askForPhone(undefined)
  return (
    <Modal open footer={null} title={words.title(hidden(phone))} width={680} onCancel={close}>
      <ProblemNote problem={search.problem} again={() => void ask().then(setFound)} />
      {found?.items.length === 0 && <p role="status">{words.none}</p>}
      <ul className="p-found">
        {found?.items.map((matter) => (
          <li key={matter.id}>
            <Line
              matter={matter}
              onOpen={() => {
                close()
                desk.change({ m: matter.id })
              }}
            />
          </li>
        ))}
      </ul>
      {found && <p className="m-second">{found.isMore ? words.more : words.recorded}</p>}
    </Modal>
  )
}

function Line({ matter, onOpen }: { matter: MatterSummary; onOpen: () => void }) {
  const known = useMessages(matterWords)
  const language = useLanguage()
  const dates = useDates()
  return (
    <button type="button" onClick={onOpen}>
      <b>{matter.number}</b>
      <span>
        {matter.subject[language]} {matter.placeNames.slice(-2).join(' ')} {matter.words}
      </span>
      <small>
        {known.status[matter.status]} {dates.day(matter.receivedAt)}
      </small>
    </button>
  )
}
