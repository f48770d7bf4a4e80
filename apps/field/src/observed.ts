/** A value that parts of the page look at: told when it changes, drawn anew only then. */
import { useEffect, useState } from 'preact/hooks'

export class Observed<T extends object> {
  #value: T
  readonly #lookers = new Set<() => void>()

  constructor(value: T) {
    this.#value = value
  }

  get value(): T {
    return this.#value
  }

  set(change: Partial<T>): void {
    this.#value = { ...this.#value, ...change }
    for (const look of [...this.#lookers]) look()
  }

  look(looker: () => void): () => void {
    this.#lookers.add(looker)
    return () => this.#lookers.delete(looker)
  }
}

export function useObserved<T extends object>(observed: Observed<T>): T {
  const [value, setValue] = useState(observed.value)
  useEffect(() => {
    const look = () => setValue(observed.value)
    look()
    return observed.look(look)
  }, [observed])
  return value
}
