import type { Language } from './language.ts'

const tags: Record<Language, string> = { zh: 'zh', en: 'en' }
/** A voice of the mainland before others: the same characters are read differently elsewhere. */
const firstTags: Record<Language, string> = { zh: 'zh-cn', en: 'en-us' }

const tagOf = (voice: SpeechSynthesisVoice): string => voice.lang.toLowerCase().replace('_', '-')

/** The voice for a language; one on the phone itself before one that sends the words away. */
function voiceFor(language: Language): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in globalThis)) return undefined
  const voices = speechSynthesis.getVoices().filter((voice) => tagOf(voice).startsWith(tags[language]))
  const worth = (voice: SpeechSynthesisVoice) =>
    Number(voice.localService) * 2 + Number(tagOf(voice).startsWith(firstTags[language]))
  return voices.toSorted((left, right) => worth(right) - worth(left))[0]
}

/** Calls `told` with whether there is a voice, now and whenever that changes: browsers load theirs late. Returns how to stop. */
export function watchVoice(language: Language, told: (hasVoice: boolean) => void): () => void {
  const tell = () => told(voiceFor(language) !== undefined)
  tell()
  if (!('speechSynthesis' in globalThis)) return () => undefined
  speechSynthesis.addEventListener?.('voiceschanged', tell)
  return () => speechSynthesis.removeEventListener?.('voiceschanged', tell)
}

const UNSEEN = 'script, style, svg, [aria-hidden=true], [hidden], [data-read-aloud]'

const isSeen = (element: Element): boolean => element.getClientRects().length > 0

/** The smallest boxes that hold text of their own, in the order of the page. */
function blocksIn(root: Element): Element[] {
  const found = new Set<Element>()
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!node.nodeValue?.trim() || !parent || parent.closest(UNSEEN)) continue
    let block = parent
    while (block !== root && getComputedStyle(block).display.startsWith('inline') && block.parentElement)
      block = block.parentElement
    if (isSeen(block)) found.add(block)
  }
  // What holds another block would be read twice.
  return [...found].filter((block) => ![...found].some((other) => other !== block && other.contains(block)))
}

/** What a box says: its words, and of a field what was written in it. */
function saidBy(block: Element): string {
  const text = block instanceof HTMLElement ? block.innerText : (block.textContent ?? '')
  return text.replace(/\s+/g, ' ').trim()
}

/** Long texts fall silent after a quarter of a minute in some browsers: a sentence or so at a time. */
const piecesOf = (text: string): string[] =>
  text.match(/.{1,80}?(?:[。！？；]|[.!?;](?=\s)|$)|.{1,80}/gs)?.filter((piece) => piece.trim() !== '') ?? []

/**
 * Reads what stands in `root`, box by box, in the language's voice; the box being read carries `data-reading` and is
 * kept in sight. `done` is called at the end, or when the browser fails. Returns how to stop.
 */
export function readAloud(root: Element, language: Language, done: () => void): () => void {
  let stopped = false
  let marked: Element | undefined
  const mark = (block: Element | undefined) => {
    marked?.removeAttribute('data-reading')
    marked = block
    block?.setAttribute('data-reading', '')
    block?.scrollIntoView({ block: 'nearest' })
  }
  const stop = () => {
    if (stopped) return
    stopped = true
    mark(undefined)
    speechSynthesis.cancel()
    done()
  }
  const waiting = blocksIn(root).flatMap((block) => piecesOf(saidBy(block)).map((text) => ({ block, text })))
  const next = () => {
    if (stopped) return
    const piece = waiting.shift()
    if (!piece) return stop()
    const utterance = new SpeechSynthesisUtterance(piece.text)
    const voice = voiceFor(language)
    if (voice) utterance.voice = voice
    utterance.lang = voice?.lang ?? tags[language]
    // A little slower than the browser's own: those who have it read aloud want to follow.
    utterance.rate = 0.9
    utterance.addEventListener('end', next)
    utterance.addEventListener('error', stop)
    if (piece.block !== marked) mark(piece.block)
    speechSynthesis.speak(utterance)
  }
  speechSynthesis.cancel()
  next()
  return stop
}
