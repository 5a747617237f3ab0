export type Spelled = { initials: string; full: string }

const known = new Map<string, Spelled>()
const mostKnown = 20_000

/** A Chinese name in pinyin: 滨河花园3号楼 is `bhhy3hl` and `binhehuayuan3haolou`. Letters and digits stay, the rest is dropped. */
export async function spelled(name: string): Promise<Spelled> {
  const before = known.get(name)
  if (before) return before
  // Its dictionary takes memory: only who searches or indexes loads it.
  const { pinyin } = await import('pinyin-pro')
  const text = name.normalize('NFKC')
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true })
  const plain = syllables.map((each) => each.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
  const spoken = { initials: plain.map((each) => each.slice(0, 1)).join(''), full: plain.join('') }
  if (known.size >= mostKnown) known.clear()
  known.set(name, spoken)
  return spoken
}
