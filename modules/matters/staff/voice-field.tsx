import { useState } from 'react'
import { VoiceNote } from '#kernel/ui/voice-note/voice-note.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { ownProblem, Problem } from '#kernel/web/problem.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import type { Recording } from '#kernel/web/record-voice.ts'
import { type UploadedVoice, uploadVoice } from '#kernel/web/upload.ts'

const zh = { legend: '录音', optional: '选填', sending: '正在存…', kept: '录音已存好' }
const en: typeof zh = {
  legend: 'Recording',
  optional: 'optional',
  sending: 'Saving…',
  kept: 'Recording saved',
}
const messages = { zh, en }

type Props = {
  readonly voice: UploadedVoice | undefined
  readonly onChange: (voice: UploadedVoice | undefined) => void
}

/** What the person says in their own voice, sent as soon as it was recorded. */
export function VoiceField({ voice, onChange }: Props) {
  const words = useMessages(messages)
  const [said, setSaid] = useState<Recording>()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  async function keep(recording: Recording | undefined): Promise<void> {
    setSaid(recording)
    setProblem(undefined)
    onChange(undefined)
    if (!recording) return
    setBusy(true)
    try {
      onChange(await uploadVoice(recording.blob, recording.id))
    } catch (error) {
      setProblem(error instanceof Problem ? error : ownProblem('unreadable'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <fieldset className="m-choices is-plain">
      <legend>
        {words.legend}
        <small>（{words.optional}）</small>
      </legend>
      <VoiceNote voice={said} onRecorded={(recording) => void keep(recording)} />
      {(isBusy || voice) && (
        <p className="m-second" role="status">
          {isBusy ? words.sending : words.kept}
        </p>
      )}
      <ProblemNote problem={problem} {...(said && { again: () => void keep(said) })} />
    </fieldset>
  )
}
