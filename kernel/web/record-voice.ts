import { uuidv7 } from './uuid.ts'

/** What was said, on the phone: its id becomes that of the file. */
export type Recording = { readonly id: string; readonly blob: Blob; readonly seconds: number }

/** Why nothing can be recorded: the browser cannot, the person or the phone said no, there is no microphone. */
export type NoVoice = 'unable' | 'denied' | 'no-microphone' | 'broken'

export const LONGEST_SECONDS = 60

// AAC first: it plays on every phone, also on an old iPhone that cannot play what Android records by itself.
const KINDS = [
  'audio/mp4;codecs=mp4a.40.2',
  'audio/webm;codecs=opus',
  'audio/ogg;codecs=opus',
  'audio/mp4',
  'audio/webm',
]
const BITS_A_SECOND = 32_000

export class VoiceRefused extends Error {
  readonly why: NoVoice

  constructor(why: NoVoice) {
    super(why)
    this.why = why
  }
}

const canRecord = (): boolean =>
  typeof MediaRecorder !== 'undefined' && typeof navigator.mediaDevices?.getUserMedia === 'function'

async function microphone(): Promise<MediaStream> {
  if (!canRecord()) throw new VoiceRefused('unable')
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    })
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'NotAllowedError' || name === 'SecurityError') throw new VoiceRefused('denied')
    throw new VoiceRefused(name === 'NotFoundError' ? 'no-microphone' : 'broken')
  }
}

export type Recorder = {
  readonly seconds: () => number
  /** Ends it; what was said comes through `done`. */
  readonly stop: () => void
  /** Ends it and throws away what was said. */
  readonly cancel: () => void
  /** Resolves when it ended: by `stop`, after a minute, or because a call took the microphone; undefined after `cancel`. */
  readonly done: Promise<Recording | undefined>
}

/** Asks for the microphone (browsers only allow it after a tap) and begins. @throws VoiceRefused */
export async function startRecording(): Promise<Recorder> {
  const stream = await microphone()
  try {
    return recorderOn(stream)
  } catch {
    release(stream)
    throw new VoiceRefused('unable')
  }
}

const release = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop())

function recorderOn(stream: MediaStream): Recorder {
  const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind))
  const recorder = new MediaRecorder(stream, {
    audioBitsPerSecond: BITS_A_SECOND,
    ...(mimeType && { mimeType }),
  })
  const pieces: Blob[] = []
  const began = performance.now()
  let isCancelled = false
  let ended: number | undefined
  const seconds = () => Math.min(LONGEST_SECONDS, ((ended ?? performance.now()) - began) / 1000)
  const stop = (): void => {
    ended ??= performance.now()
    if (recorder.state !== 'inactive') recorder.stop()
  }
  const limit = setTimeout(stop, LONGEST_SECONDS * 1000)
  const done = new Promise<Recording | undefined>((resolve) => {
    recorder.addEventListener('dataavailable', (event) => pieces.push(event.data))
    recorder.addEventListener('error', stop)
    recorder.addEventListener('stop', () => {
      clearTimeout(limit)
      ended ??= performance.now()
      release(stream)
      const type = (recorder.mimeType || mimeType || '').split(';', 1)[0] ?? ''
      const blob = new Blob(pieces, { type })
      const isNothing = isCancelled || blob.size === 0
      resolve(isNothing ? undefined : { id: uuidv7(), blob, seconds: Math.round(seconds() * 10) / 10 })
    })
  })
  // A second at a time, so that a call that takes the microphone loses at most the last one.
  recorder.start(1000)
  const cancel = (): void => {
    isCancelled = true
    stop()
  }
  return { seconds, stop, cancel, done }
}
