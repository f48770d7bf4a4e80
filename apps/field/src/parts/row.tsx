/** One line of a list: a mark, a name, two facts, something at the end. The whole of it is the link. */
import { LineMark, type LineStatus } from '@doudi/light-ui'
import type { ComponentChildren, JSX } from 'preact'

interface Props {
  readonly href: string
  readonly status: LineStatus
  readonly title: ComponentChildren
  readonly facts: ComponentChildren
  readonly end?: ComponentChildren
}

export function Row({ href, status, title, facts, end }: Props): JSX.Element {
  return (
    <li>
      <a class="row" href={href}>
        <span class={`row-mark mark-${status}`}>
          <LineMark status={status} />
        </span>
        <span class="row-words">
          <span class="row-title name">{title}</span>
          <span class="row-facts">{facts}</span>
        </span>
        {end && <span class={`row-end row-${status}`}>{end}</span>}
      </a>
    </li>
  )
}

/** A list with its heading; nothing when it is empty. */
export function Rows({ title, children }: { readonly title: string; readonly children: JSX.Element[] }) {
  if (children.length === 0) return null
  return (
    <section class="rows">
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  )
}
