/** Requests in flight, so that the server leaves without cutting one off. */
export class Traffic {
  #inFlight = 0
  #draining = false
  #whenIdle: (() => void) | undefined

  /** From now on new requests are turned away, see `mount-pages.ts`. */
  get draining(): boolean {
    return this.#draining
  }

  async during(act: () => Promise<void>): Promise<void> {
    this.#inFlight++
    try {
      await act()
    } finally {
      this.#inFlight--
      if (this.#inFlight === 0) this.#whenIdle?.()
    }
  }

  /** Resolves when the last request was answered, or after `patienceMs`. */
  async drain(patienceMs: number): Promise<void> {
    this.#draining = true
    if (this.#inFlight === 0) return
    const idle = Promise.withResolvers<void>()
    const patience = setTimeout(idle.resolve, patienceMs)
    this.#whenIdle = idle.resolve
    await idle.promise
    clearTimeout(patience)
  }
}
