/** A form of this site: it posts to an address here, carries the token against forgery and the key against repeats. */
import type { ComponentChildren, JSX } from 'preact'
import type { Visit } from './visit.ts'

interface Props {
  readonly visit: Visit
  readonly action: string
  readonly children: ComponentChildren
  /** Carries a file. */
  readonly upload?: boolean
  /** Autosave keeps what is typed here on the device for half an hour. */
  readonly keep?: boolean
}

export function Form({ visit, action, children, upload, keep }: Props): JSX.Element {
  return (
    <form
      method="post"
      action={action}
      enctype={upload ? 'multipart/form-data' : undefined}
      novalidate
      autocomplete="off"
      data-keep={keep ? '' : undefined}
    >
      <input type="hidden" name="_form" value={visit.formToken} />
      <input type="hidden" name="_key" value={crypto.randomUUID()} />
      {children}
    </form>
  )
}

/** The one action of the page, at the bottom edge where the thumb is. */
export function Actions({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <div class="actions">{children}</div>
}
