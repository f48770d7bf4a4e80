/**
 * The five marks of the household line, one geometry everywhere: hollow ring, half ring, solid dot, square seal,
 * flag. The shape carries the meaning; the colour and the word beside it repeat it.
 */
import type { StepStatus } from '../views.ts'

export function Mark({ status, size = 18 }: { status: StepStatus; size?: number }) {
  return (
    <svg className={`mark mark-${status}`} width={size} height={size} viewBox="0 0 18 18" aria-hidden="true">
      {shapes[status]}
    </svg>
  )
}

const shapes: Readonly<Record<StepStatus, React.ReactNode>> = {
  'not-started': <circle cx="9" cy="9" r="6.5" fill="var(--surface)" stroke="currentColor" strokeWidth="2" />,
  running: (
    <>
      <circle cx="9" cy="9" r="6.5" fill="var(--surface)" stroke="currentColor" strokeWidth="2" />
      <path d="M9 2.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
    </>
  ),
  done: <circle cx="9" cy="9" r="7.5" fill="currentColor" />,
  decided: (
    <>
      <rect x="1" y="1" width="16" height="16" fill="currentColor" />
      <path d="M5 9.3l2.8 2.8L13 6.5" fill="none" stroke="var(--surface)" strokeWidth="2" />
    </>
  ),
  overdue: <path d="M4 1.5v15M4 2.5h10.5l-3 4 3 4H4z" fill="currentColor" stroke="currentColor" strokeWidth="1.6" />,
}
