/** Small courtesies: errors get the focus, a form is sent once, a page can be printed by a button. */

/** The summary is read out first; its links lead to the fields. */
export function focusErrors(): void {
  document.querySelector<HTMLElement>('[data-focus]')?.focus()
}

/** A double tap sends one form. Coming back through the Back button makes it usable again. */
export function oncePerForm(): void {
  const sent = new WeakSet<HTMLFormElement>()
  document.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement
    if (sent.has(form)) event.preventDefault()
    else if (form.method === 'post') sent.add(form)
  })
  window.addEventListener('pageshow', event => {
    if (event.persisted) location.reload()
  })
}

export function printButtons(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-print]')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button button-secondary button-block'
    button.textContent = place.dataset.print ?? ''
    button.addEventListener('click', () => window.print())
    place.append(button)
  }
}
