import { Button, Input } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { AskedFields } from './asked-fields.tsx'
import { Choices } from './choices.tsx'
import './forms.css'
import { PhotoField } from './photo-field.tsx'
import { PlaceField } from './place-field.tsx'
import { SubjectField } from './subject-field.tsx'
import { ContactFields, WhoFields } from './take-report-contact.tsx'
import { messages } from './take-report.messages.ts'
import './take-report.css'
import type { Taken } from './taken.ts'
import { LikelyField, PromiseLine } from './taking-ahead.tsx'
import { type Taking, useTaking } from './use-taking.ts'
import { VoiceField } from './voice-field.tsx'
import { WordsField } from './words-field.tsx'

type Props = { readonly onTaken: (taken: Taken) => void; readonly onCancel?: () => void }

/** Taking down what somebody says who called, came or was visited; the same questions a resident is asked. */
export function TakeReportForm({ onTaken, onCancel }: Props) {
  const words = useMessages(messages)
  const taking = useTaking(onTaken)
  const { form, action, send } = taking
  const { value, change } = form
  return (
    <form
      className="m-take"
      noValidate
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <HowFields taking={taking} />
      <WhatFields taking={taking} />
      <div className="m-take-files">
        <VoiceField voice={value.voice} onChange={(voice) => change({ voice })} />
        <PhotoField
          label={words.photos}
          optional
          photos={value.photos}
          onChange={(photos) => change({ photos })}
        />
      </div>
      <ContactFields taking={taking} />
      <WhoFields taking={taking} />
      <PromiseLine report={value} />
      <ProblemNote problem={action.problem} />
      <div className="m-send">
        <Button type="primary" size="large" htmlType="submit" loading={action.busy}>
          {value.joins ? words.sendJoining : words.send}
        </Button>
        {onCancel && (
          <Button type="text" size="large" onClick={onCancel}>
            {words.cancel}
          </Button>
        )}
      </div>
    </form>
  )
}

/** How it came, and for a reception who received. */
function HowFields({ taking: { form } }: { taking: Taking }) {
  const words = useMessages(messages)
  const { value, change, faults } = form
  return (
    <>
      <Choices
        legend={words.channel}
        name="channel"
        inRow
        options={words.channels}
        value={value.channel}
        error={faults.channel}
        onChange={(channel) => change({ channel })}
      />
      {value.channel === 'reception' && (
        <Labelled id="take-received-by" label={words.receivedBy} error={faults.receivedBy}>
          <Input
            id="take-received-by"
            maxLength={40}
            placeholder={words.receivedByExample}
            value={value.receivedBy}
            onChange={(event) => change({ receivedBy: event.target.value })}
          />
        </Labelled>
      )}
    </>
  )
}

/** Where, what about, whether it is known already, what is asked about it, and what was said. */
function WhatFields({ taking: { form, subject } }: { taking: Taking }) {
  const words = useMessages(messages)
  const { value, change, faults } = form
  return (
    <>
      <PlaceField
        legend={words.place}
        area={value.area}
        error={faults.area}
        onChange={(area) => change({ area, joins: '' })}
      />
      <SubjectField
        legend={words.subject}
        changeName={words.changeSubject}
        value={value.subject}
        error={faults.subject}
        // Another subject asks other things, and neighbours said other things about it.
        onChange={(key) => change({ subject: key, joins: '', answers: {} })}
      />
      <LikelyField report={value} onChoose={(joins) => change({ joins })} />
      {!value.joins && (
        <AskedFields
          questions={subject?.questions ?? []}
          answers={value.answers}
          missing={faults.answer}
          onChange={(answers) => change({ answers })}
        />
      )}
      <WordsField
        id="take-words"
        label={words.words}
        hint={words.wordsHint}
        most={1000}
        value={value.words}
        error={faults.words}
        onChange={(text) => change({ words: text })}
      />
    </>
  )
}
