let asked: string | undefined
const listeners = new Set<() => void>()

/** Which phone is looked for now: kept in memory only, never in an address or in storage. */
export const askedPhone = (): string | undefined => asked

export function askForPhone(phone: string | undefined): void {
  asked = phone
  for (const listener of listeners) listener()
}

export function onPhoneAsked(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether a text is a phone rather than the number of a matter: those begin with their year. */
export const isPhone = (text: string): boolean =>
  /^(1[3-9]\d{9}|10000\d{6}|0\d{9,11}|[2-8]\d{6,7})$/.test(text.replaceAll(/[\s-]/g, '')) &&
  !/^20\d\d-?\d{6,}$/.test(text.trim())
