/** Why a recording is refused; the person is only told that it could not be read. */
export const unsound = (why: string): Error => new Error(`not a sound recording: ${why}`)
