/** Finds a household from any screen; the stroke `/` brings the cursor here. */
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef } from 'react'
import { isWriting } from '../../parts/row-keys.ts'
import { useShellWords } from './words.ts'

export function BandSearch() {
  const t = useShellWords()
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || isWriting(event.target)) return
      event.preventDefault()
      field.current?.select()
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [])
  const find = (event: FormEvent) => {
    event.preventDefault()
    const q = field.current?.value.trim()
    if (q) void navigate({ to: '/search', search: { q } })
  }
  return (
    <search className="band-search">
      <form onSubmit={find}>
        <input
          ref={field}
          type="search"
          name="q"
          aria-label={t('band.search')}
          placeholder={t('band.search')}
          autoComplete="off"
        />
        <kbd>/</kbd>
        <button type="submit">{t('band.search.go')}</button>
      </form>
    </search>
  )
}
