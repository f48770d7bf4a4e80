/**
 * A part of the form on the line of the visit: closed it says in one line what it holds; 「和上次一样」 takes what the
 * last visit saw, and only then are there fields for what differs.
 */
import { Button, LineMark } from '@doudi/light-ui'
import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useSurroundings } from '../surroundings.tsx'

interface Props {
  readonly id: string
  readonly title: string
  readonly filled: boolean
  /** What is written, in one line. */
  readonly summary: string
  /** What the last visit saw, in one line; empty when it did not look. */
  readonly last: string
  readonly onSame: () => void
  readonly children: ComponentChildren
}

export function VisitSection({ id, title, filled, summary, last, onSame, children }: Props): JSX.Element {
  const { t } = useSurroundings()
  const [open, setOpen] = useState(false)
  const heading = `part-${id}`
  return (
    <section class="part" aria-labelledby={heading}>
      <span class="part-mark">
        <LineMark status={filled ? 'done' : open ? 'running' : 'not-started'} />
      </span>
      <h2 id={heading} tabIndex={-1}>
        {title}
        <span class="hidden-text">，{t(filled ? 'visit.filled' : 'visit.open')}</span>
      </h2>
      {!open && summary && <p class="part-summary">{summary}</p>}
      {!open && !filled && last && (
        <p class="quiet small">
          {t('visit.last')}：{last}
        </p>
      )}
      {open ? (
        children
      ) : (
        <div class="part-buttons">
          {!filled && last && (
            <Button type="button" onClick={onSame}>
              {t('visit.same')}
              <span class="hidden-text">：{title}</span>
            </Button>
          )}
          <Button type="button" kind="secondary" onClick={() => setOpen(true)}>
            {t(filled ? 'visit.edit' : last ? 'visit.changed' : 'visit.write')}
            <span class="hidden-text">：{title}</span>
          </Button>
        </div>
      )}
    </section>
  )
}
