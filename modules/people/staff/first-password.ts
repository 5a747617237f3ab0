// No 0, 1, i, l, o, u: a password read aloud or copied from paper stays right.
const letters = '23456789abcdefghjkmnpqrstvwxyz'

/** Twelve letters in groups of four, about 59 bits; to be changed by its owner at the first sign-in. */
export function firstPassword(): string {
  // 240 is a multiple of 30: higher bytes are thrown away so that every letter is as likely.
  const picked: string[] = []
  while (picked.length < 12) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1))
    if (byte < 240) picked.push(letters.charAt(byte % letters.length))
  }
  return [0, 4, 8].map((start) => picked.slice(start, start + 4).join('')).join('-')
}
