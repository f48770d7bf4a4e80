/** The heading of a screen; it also names the browser's tab. */
import { type ReactNode, useEffect } from 'react'
import { useWords } from '../words.ts'

export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  const t = useWords()
  const tab = `${title} · ${t('app.name')}`
  useEffect(() => {
    document.title = tab
  }, [tab])
  return (
    <header className="page-title">
      <h1>{title}</h1>
      {children && <div className="page-acts">{children}</div>}
    </header>
  )
}
