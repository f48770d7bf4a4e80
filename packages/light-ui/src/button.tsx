/** A button, or a link that looks like one because it is the next step. One primary button on a page. */
import type { ComponentChildren, JSX } from 'preact'

interface Props {
  readonly children: ComponentChildren
  readonly kind?: 'primary' | 'secondary' | 'danger'
  /** With an address it is a link. */
  readonly href?: string | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly type?: 'submit' | 'button'
  readonly block?: boolean
  readonly disabled?: boolean
  readonly onClick?: ((event: Event) => void) | undefined
}

export function Button({
  children,
  kind = 'primary',
  href,
  type = 'submit',
  block = false,
  ...rest
}: Props): JSX.Element {
  const looks = ['button', kind !== 'primary' && `button-${kind}`, block && 'button-block'].filter(Boolean).join(' ')
  if (href !== undefined)
    return (
      <a class={looks} href={href} onClick={rest.onClick}>
        {children}
      </a>
    )
  return (
    <button class={looks} type={type} {...rest}>
      {children}
    </button>
  )
}
