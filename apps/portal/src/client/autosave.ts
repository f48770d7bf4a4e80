/**
 * What is typed on the open page survives a killed tab: kept on the device for half an hour, per page, and gone
 * once the page was sent. Identity numbers, accounts and codes are never kept (`data-secret`).
 */
const PREFIX = 'doudi-page:'
const KEEP_MS = 30 * 60_000

interface Kept {
  readonly at: number
  readonly values: readonly (readonly [name: string, value: string])[]
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export function autosave(): void {
  try {
    forgetOld(document.querySelector('[data-forget]') !== null)
    const form = document.querySelector<HTMLFormElement>('form[data-keep]')
    if (form) keep(form, PREFIX + location.pathname)
  } catch {
    // Storage may be switched off; the server has everything that was sent.
  }
}

function keep(form: HTMLFormElement, key: string): void {
  const before = read(key)
  if (before && !document.querySelector('.errors')) restore(form, before)
  form.addEventListener('input', () => {
    const kept: Kept = { at: Date.now(), values: controls(form).flatMap(keptOf) }
    localStorage.setItem(key, JSON.stringify(kept))
  })
  form.addEventListener('submit', () => localStorage.removeItem(key))
}

function controls(form: HTMLFormElement): Control[] {
  const all = Array.from(form.elements) as Control[]
  return all.filter(
    one => one.name && !('secret' in one.dataset) && !['hidden', 'file', 'submit', 'button'].includes(one.type),
  )
}

const ticks = (one: Control): one is HTMLInputElement => one.type === 'radio' || one.type === 'checkbox'

function keptOf(one: Control): [string, string][] {
  return ticks(one) && !one.checked ? [] : [[one.name, one.value]]
}

function restore(form: HTMLFormElement, { values }: Kept): void {
  for (const one of controls(form)) {
    const given = values.filter(([name]) => name === one.name).map(([, value]) => value)
    if (ticks(one)) one.checked = given.includes(one.value)
    else if (given[0] !== undefined) one.value = given[0]
  }
}

function read(key: string): Kept | undefined {
  const text = localStorage.getItem(key)
  return text ? (JSON.parse(text) as Kept) : undefined
}

function forgetOld(everything: boolean): void {
  for (const key of Object.keys(localStorage).filter(name => name.startsWith(PREFIX))) {
    if (everything || Date.now() - (read(key)?.at ?? 0) > KEEP_MS) localStorage.removeItem(key)
  }
}
