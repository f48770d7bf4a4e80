/**
 * The five shapes of the household line. Shape carries the meaning; colour only repeats it: hollow ring, half ring,
 * solid dot, square seal, flag. One geometry (24 × 24) for screen, print and every app.
 */
import type { JSX } from 'preact'

export type LineStatus = 'not-started' | 'running' | 'done' | 'decided' | 'overdue'

const shapes: Readonly<Record<LineStatus, () => JSX.Element>> = {
  'not-started': () => <circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" stroke-width="2.5" />,
  running: () => (
    <>
      <circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" stroke-width="2.5" />
      <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" />
    </>
  ),
  done: () => <circle cx="12" cy="12" r="9" fill="currentColor" />,
  decided: () => (
    <>
      <rect x="3" y="3" width="18" height="18" fill="currentColor" />
      <rect x="7" y="7" width="10" height="10" fill="none" stroke="#fff" stroke-width="2" />
    </>
  ),
  overdue: () => <path d="M5 2v20" fill="none" stroke="currentColor" stroke-width="2.5" />,
}

export function LineMark({ status }: { readonly status: LineStatus }): JSX.Element {
  return (
    <svg class={`mark mark-${status}`} width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {shapes[status]()}
      {status === 'overdue' && <path d="M6 3h14l-4 5 4 5H6z" fill="currentColor" />}
    </svg>
  )
}
