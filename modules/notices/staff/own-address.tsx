import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { OwnChoices, Way } from '../contract.ts'
import { confirmAddress, removeAddress, startAddress } from '../web/routes.generated.ts'
import { messages } from './choices.messages.ts'
import { noticeWords } from './notice-words.messages.ts'

const again = { invalidates: ['/notices/choices'] }

/** One way: the address that is there, and putting another in its place. */
export function OwnAddress({ way, known }: { way: Way; known: OwnChoices['addresses'][number] | undefined }) {
  const words = useMessages(messages)
  const { ways } = useMessages(noticeWords)
  const [isChanging, setChanging] = useState(false)
  const removing = useStaffAction(removeAddress, again)
  return (
    <div className="nt-row">
      <strong className="nt-row-name">{ways[way]}</strong>
      <span className={known ? undefined : 'nt-hint'}>{known?.masked ?? words.none}</span>
      {!isChanging && (
        <Button size="small" onClick={() => setChanging(true)}>
          {known ? words.change : words.add}
        </Button>
      )}
      {known && !isChanging && (
        <Button
          size="small"
          type="text"
          loading={removing.busy}
          onClick={() => void removing.run({ params: { way } })}
        >
          {words.remove}
        </Button>
      )}
      <ProblemNote problem={removing.problem} />
      {isChanging && <NewAddress way={way} onDone={() => setChanging(false)} />}
    </div>
  )
}

/** An address counts once the code that was sent there is typed here. */
function NewAddress({ way, onDone }: { way: Way; onDone: () => void }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [address, setAddress] = useState('')
  const [code, setCode] = useState('')
  const [minutes, setMinutes] = useState<number>()
  const starting = useStaffAction(startAddress)
  const confirming = useStaffAction(confirmAddress, again)
  async function start(): Promise<void> {
    const answer = await starting.run({ body: { way, address: address.trim() } })
    if (answer) setMinutes(answer.minutes)
  }
  async function confirm(): Promise<void> {
    if (!(await confirming.run({ params: { way }, body: { address: address.trim(), code } }))) return
    void message.success(words.confirmed)
    onDone()
  }
  return (
    <div className="nt-row">
      <AddressInput way={way} value={address} onChange={setAddress} />
      <Button loading={starting.busy} disabled={address.trim() === ''} onClick={() => void start()}>
        {words.sendCode}
      </Button>
      {minutes !== undefined && (
        <>
          <Input
            aria-label={words.code}
            placeholder={words.codeHint}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            onChange={(event) => setCode(event.target.value.replaceAll(/\D/g, ''))}
            onPressEnter={() => void confirm()}
            style={{ width: 100 }}
          />
          <Button
            type="primary"
            loading={confirming.busy}
            disabled={code.length !== 6}
            onClick={() => void confirm()}
          >
            {words.confirm}
          </Button>
        </>
      )}
      <Button type="text" onClick={onDone}>
        {words.cancel}
      </Button>
      {minutes !== undefined && !confirming.problem && <span role="status">{words.sent(minutes)}</span>}
      <ProblemNote problem={starting.problem ?? confirming.problem} />
    </div>
  )
}

function AddressInput(props: { way: Way; value: string; onChange: (text: string) => void }) {
  const words = useMessages(messages)
  const { ways } = useMessages(noticeWords)
  return (
    <Input
      aria-label={words.addressOf(ways[props.way])}
      placeholder={words.hints[props.way]}
      inputMode={props.way === 'sms' ? 'tel' : 'text'}
      autoComplete="off"
      maxLength={200}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      style={{ width: 220 }}
    />
  )
}
