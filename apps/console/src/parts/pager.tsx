/** The foot of a list that reads on by a mark the server gave; going back is the browser's own Back. */
import { Button } from 'antd'
import { useWords } from '../words.ts'
import { Choice } from './choice.tsx'

interface PagerProps {
  readonly limit: number
  readonly next: string | null
  readonly turned: boolean
  /** Without it the size of a page is not offered. */
  readonly onLimit?: (limit: number) => void
  readonly onTurn: (after: string | undefined) => void
}

export function Pager({ limit, next, turned, onLimit, onTurn }: PagerProps) {
  const t = useWords()
  return (
    <nav className="pager" aria-label={t('table.page-size')}>
      <Button size="small" disabled={!turned} onClick={() => onTurn(undefined)}>
        {t('action.first')}
      </Button>
      <Button size="small" disabled={!next} onClick={() => onTurn(next ?? undefined)}>
        {t('action.more')}
      </Button>
      {onLimit && (
        <>
          <span className="pager-size">{t('table.page-size')}</span>
          <Choice
            aria-label={t('table.page-size')}
            value={String(limit)}
            options={['20', '50', '200'].map(size => [size, size] as const)}
            onChoose={size => onLimit(Number(size))}
          />
        </>
      )}
    </nav>
  )
}
