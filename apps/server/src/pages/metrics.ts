/** Counts and times of requests in the Prometheus text format. Addresses are cut to their first segments: no ids in labels. */
const BUCKETS_MS = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000] as const

interface Series {
  count: number
  sumMs: number
  readonly buckets: number[]
}

export class Metrics {
  readonly #series = new Map<string, Series>()

  observe(method: string, path: string, status: number, ms: number): void {
    const labels = `method="${method}",place="${placeOf(path)}",status="${status}"`
    let series = this.#series.get(labels)
    if (!series) {
      series = { count: 0, sumMs: 0, buckets: BUCKETS_MS.map(() => 0) }
      this.#series.set(labels, series)
    }
    series.count++
    series.sumMs += ms
    BUCKETS_MS.forEach((limit, i) => {
      if (ms <= limit) series.buckets[i]!++
    })
  }

  text(): string {
    const lines = ['# TYPE doudi_request_duration_ms histogram']
    for (const [labels, { count, sumMs, buckets }] of this.#series) {
      BUCKETS_MS.forEach((limit, i) => {
        lines.push(`doudi_request_duration_ms_bucket{${labels},le="${limit}"} ${buckets[i]}`)
      })
      lines.push(`doudi_request_duration_ms_bucket{${labels},le="+Inf"} ${count}`)
      lines.push(
        `doudi_request_duration_ms_sum{${labels}} ${sumMs.toFixed(3)}`,
        `doudi_request_duration_ms_count{${labels}} ${count}`,
      )
    }
    return `${lines.join('\n')}\n`
  }
}

/** `/api/v1/cases/0198…/accept` → `/api/v1/cases/…/accept`; unknown pages of a front end fold into its name. */
function placeOf(path: string): string {
  const parts = path.split('/').slice(1)
  if (parts[0] !== 'api') return `/${/^[a-z]{0,20}$/.test(parts[0] ?? '') ? parts[0] : '…'}`
  return `/${parts
    .slice(0, 6)
    .map(part => (/^[a-z][a-z0-9-]{0,30}(\.json)?$/.test(part) ? part : '…'))
    .join('/')}`
}
