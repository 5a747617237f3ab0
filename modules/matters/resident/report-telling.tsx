import { TextArea } from '#kernel/ui/field/field.tsx'
import { PhotoPicker } from '#kernel/ui/photo-picker/photo-picker.tsx'
import type { DraftState } from '#kernel/web/draft.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { Recording } from '#kernel/web/record-voice.ts'
import { Later } from '#kernel/web/later.tsx'
import { MOST_PHOTOS, MOST_WORDS, type Mistakes, type ReportDraft } from './report-draft.ts'
import { messages } from './report.messages.ts'

const loadVoiceNote = () => import('#kernel/ui/voice-note/voice-note.tsx').then((module) => module.VoiceNote)

/** Written, spoken or shown: any of the three will do. */
export function ReportTelling({ draft, mistakes }: { draft: DraftState<ReportDraft>; mistakes: Mistakes }) {
  const words = useMessages(messages)
  const { value, change } = draft
  return (
    <>
      <TextArea
        label={value.joins ? words.moreWords : words.situation}
        placeholder={words.situationHow}
        most={MOST_WORDS}
        value={value.words}
        onChange={(text) => change({ words: text })}
        problem={mistakes['words']}
      />
      <div className="m-telling">
        <Later
          load={loadVoiceNote}
          give={{ voice: value.voice, onRecorded: (voice?: Recording) => change({ voice }) }}
        />
        <PhotoPicker
          label={words.photo}
          most={MOST_PHOTOS}
          photos={value.photos}
          onChange={(photos) => change({ photos })}
        />
      </div>
    </>
  )
}
