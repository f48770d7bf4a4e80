/** Small parts that state something: a card, a fact with its source, a notice. */
import type { ComponentChildren, JSX } from 'preact'

export function Card({ children, id }: { readonly children: ComponentChildren; readonly id?: string }): JSX.Element {
  return (
    <div class="card" id={id}>
      {children}
    </div>
  )
}

interface FactProps {
  readonly label: ComponentChildren
  readonly children: ComponentChildren
  readonly source?: string | undefined
  readonly time?: string | undefined
}

/** A fact inside a `<dl>`: the value, and under it where it comes from and since when. */
export function Fact({ label, children, source, time }: FactProps): JSX.Element {
  const origin = [source, time].filter(Boolean).join(' · ')
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>
        {children}
        {origin && <span class="fact-source">{origin}</span>}
      </dd>
    </div>
  )
}

interface NoticeProps {
  readonly children: ComponentChildren
  readonly title?: ComponentChildren
  readonly kind?: 'info' | 'wait' | 'late' | 'done'
}

export function Notice({ children, title, kind = 'info' }: NoticeProps): JSX.Element {
  return (
    <div class={kind === 'info' ? 'notice' : `notice notice-${kind}`}>
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  )
}
