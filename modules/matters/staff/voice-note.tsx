import { useMessages } from '#kernel/web/messages.ts'
import type { Voice } from '#modules/files/contract.ts'

const zh = {
  voice: (seconds: number | undefined) => (seconds ? `语音 ${Math.round(seconds)} 秒` : '语音'),
  fails: '这里放不出来，下载来听',
}
const en: typeof zh = {
  voice: (seconds) => (seconds ? `Voice note, ${Math.round(seconds)} s` : 'Voice note'),
  fails: 'It does not play here: download it',
}
const messages = { zh, en }

/** A recording with the browser's own controls; where it knows the sound not, it can be saved. */
export function VoiceNote({ voice }: { voice: Voice }) {
  const words = useMessages(messages)
  return (
    <div className="m-voice">
      <span>{words.voice(voice.seconds)}</span>
      {/* What was said stands beside it only where somebody wrote it down: a recording has no captions. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <audio controls preload="none" aria-label={words.voice(voice.seconds)}>
        <source src={voice.url} type={voice.mediaType} />
        <a href={voice.url}>{words.fails}</a>
      </audio>
    </div>
  )
}
