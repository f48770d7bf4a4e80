/** What a screen shows while its question is open, when it was refused, and when the answer is there. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ProblemNotice } from '../problems.tsx'
import { useWords } from '../words.ts'
import { Waiting } from './waiting.tsx'

interface Question<T> {
  readonly data: T | undefined
  readonly error: Error | null
  refetch(): Promise<unknown>
}

export function QueryView<T>({
  of,
  rows,
  children,
}: {
  of: Question<T>
  rows?: number
  children: (data: T) => ReactNode
}) {
  const t = useWords()
  if (of.data !== undefined) return children(of.data)
  if (!of.error) return <Waiting {...(rows ? { rows } : {})} />
  return (
    <ProblemNotice problem={of.error}>
      <p>
        <Button size="small" onClick={() => void of.refetch()}>
          {t('action.retry')}
        </Button>
      </p>
    </ProblemNotice>
  )
}
