import { Button } from '#kernel/ui/button/button.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { Later } from '#kernel/web/later.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import type { KeptReport } from '../contract.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { factsOf } from './own-facts.ts'
import { messages } from './own-data.messages.ts'
import { PhotoStrip } from './photo-strip.tsx'
import { placeLine } from './place-line.ts'
import './receipt.css'

const loadVoicePlayer = () =>
  import('#kernel/ui/voice-player/voice-player.tsx').then((module) => module.VoicePlayer)

type Props = { kept: KeptReport; onErase: (kept: KeptReport) => void }

/** Everything that is kept of one report, folded until it is wanted. */
export function KeptReportCard({ kept, onErase }: Props) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const language = useLanguage()
  const dates = useDates()
  return (
    <details className="m-kept">
      <summary className="m-kept__title">
        <strong>{kept.subject[language]}</strong>
        <span className="y-second">
          {[placeLine(kept.placeNames).near, dates.day(kept.receivedAt), known.status[kept.status]].join(
            ' · ',
          )}
        </span>
      </summary>
      <dl className="m-facts">
        {factsOf(kept, { words, known, language, dates }).map(([name, value]) => (
          <div key={name} className="m-facts__pair">
            <dt>{name}</dt>
            <dd className="m-said">{value}</dd>
          </div>
        ))}
      </dl>
      {kept.voice && (
        <Later
          load={loadVoicePlayer}
          give={{ src: kept.voice.url, mediaType: kept.voice.mediaType, seconds: kept.voice.seconds }}
        />
      )}
      <PhotoStrip photos={[...kept.photos, ...kept.additions.flatMap((each) => each.photos)]} />
      {!kept.erasedAt && (
        <p className="y-no-print m-kept__acts">
          <Button kind="danger" wide onPress={() => onErase(kept)}>
            {words.eraseThis}
          </Button>
        </p>
      )}
    </details>
  )
}
