/** Digits and capitals without I, O, S, V and Z, in the order of their values (GB 32100-2015). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const BODY = /^[0-9A-HJ-NPQRTUWXY]{17}$/

/**
 * The check character of a unified social credit code, from its first 17 characters (weights 3^i mod 31).
 * Null when they are not 17 characters of the code's alphabet.
 */
export function creditCodeCheck(first17: string): string | null {
  if (!BODY.test(first17)) return null
  let sum = 0
  let weight = 1
  for (const letter of first17) {
    sum += ALPHABET.indexOf(letter) * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

/** True for 18 characters whose last one is the check character; capitals only, no spaces. */
export function isCreditCode(code: string): boolean {
  return code.length === 18 && creditCodeCheck(code.slice(0, 17)) === code.charAt(17)
}
