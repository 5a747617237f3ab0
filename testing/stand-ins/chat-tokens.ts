/** Access tokens as the platforms give them: one is good at a time, until it is over or another one ends it. */
export class ChatTokens {
  #given = 0
  #good: string | undefined

  give(): string {
    this.#given += 1
    this.#good = `token-${this.#given}-${'x'.repeat(24)}`
    return this.#good
  }

  /** The good one, given where there is none. */
  current(): string {
    return this.#good ?? this.give()
  }

  isGood(token: string | null): boolean {
    return token !== null && token === this.#good
  }

  /** Ends the good one before its time, as the platforms do. */
  end(): void {
    this.#good = undefined
  }

  get given(): number {
    return this.#given
  }
}
