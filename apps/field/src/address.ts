/** Addresses of pages, after the `#`: they hold ids only, never a name, and work without a line. */
import { useEffect, useState } from 'preact/hooks'

export interface Address {
  readonly page: string
  readonly id: string
}

function read(): Address {
  const [page = '', id = ''] = location.hash.replace(/^#\/?/, '').split('/')
  return { page: page || 'today', id }
}

export function useAddress(): Address {
  const [address, setAddress] = useState(read)
  useEffect(() => {
    const moved = () => {
      setAddress(read())
      scrollTo(0, 0)
      // A new page begins at its beginning, for the eye and for a screen reader.
      requestAnimationFrame(() => document.getElementById('main')?.focus({ preventScroll: true }))
    }
    addEventListener('hashchange', moved)
    return () => removeEventListener('hashchange', moved)
  }, [])
  return address
}

/** Links to a place on the same page, such as those of the error summary, move the focus and not the address. */
export function keepPlaces(): void {
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]:not([href^="#/"])') : null
    const place = link && document.getElementById(link.getAttribute('href')?.slice(1) ?? '')
    if (!place) return
    event.preventDefault()
    place.scrollIntoView()
    place.focus({ preventScroll: true })
  })
}

export function go(page: string, id = ''): void {
  location.hash = id ? `#/${page}/${id}` : `#/${page}`
}
