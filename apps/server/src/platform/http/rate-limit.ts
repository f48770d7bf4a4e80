/** A token bucket for each (caller, route). In memory: one process protects itself; sign-in has its own counters in the database. */
export class RateLimit {
  readonly #buckets = new Map<string, { tokens: number; at: number }>()
  readonly #capacity: number

  constructor(capacity = 50_000) {
    this.#capacity = capacity
  }

  /** Takes one token of `perMinute`; returns the seconds to wait, or 0. */
  take(key: string, perMinute: number, nowMs: number): number {
    const bucket = this.#buckets.get(key) ?? { tokens: perMinute, at: nowMs }
    const tokens = Math.min(perMinute, bucket.tokens + (Math.max(0, nowMs - bucket.at) * perMinute) / 60_000)
    this.#buckets.delete(key)
    this.#buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: nowMs })
    if (this.#buckets.size > this.#capacity) this.#buckets.delete(this.#buckets.keys().next().value!)
    return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * 60) / perMinute)
  }
}
