/** Nothing for 300 ms, then grey lines; after two seconds a sentence. */
import { useEffect, useState } from 'react'
import { useWords } from '../words.ts'

export function Waiting({ rows = 4 }: { rows?: number }) {
  const t = useWords()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 2000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="waiting" role="status" aria-label={t('state.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no identity and never move
        <span key={row} className="waiting-line" style={{ width: `${92 - ((row * 17) % 40)}%` }} />
      ))}
      {slow && <p className="small-print">{t('state.slow')}</p>}
    </div>
  )
}
