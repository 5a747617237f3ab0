import './chips.css'

/** Phrases often said: a tap puts one in. */
export function Chips(props: {
  label: string
  phrases: readonly string[]
  onPick: (phrase: string) => void
}) {
  return (
    <ul className="mt-chips" aria-label={props.label}>
      {props.phrases.map((phrase) => (
        <li key={phrase}>
          <button type="button" className="mt-chip" onClick={() => props.onPick(phrase)}>
            {phrase}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What was written with a phrase added; the same phrase is not added twice. */
export function withPhrase(words: string, phrase: string): string {
  if (words.includes(phrase)) return words
  if (!words.trim()) return phrase
  const ends = /[，。；！？,.;!?\s]$/.test(words)
  return `${words}${ends ? '' : /[\u4e00-\u9fff]/.test(phrase) ? '，' : ', '}${phrase}`
}
