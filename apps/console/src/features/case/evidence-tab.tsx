/** Papers and photos: look closer, turn, next; and add one that came later. */
import { Button } from 'antd'
import { useState } from 'react'
import { fileAddress } from '../../api.ts'
import { useDates } from '../../dates.ts'
import type { CaseDetail } from '../../views.ts'
import { useNames } from '../../words.ts'
import { AddDocument } from './add-document.tsx'
import { useCaseWords } from './words.ts'

export function EvidenceTab({ item }: { item: CaseDetail }) {
  const t = useCaseWords()
  const name = useNames()
  const { moment } = useDates()
  const [at, setAt] = useState(0)
  const { documents } = item
  const shown = documents[Math.min(at, documents.length - 1)]
  return (
    <div className="evidence">
      {shown ? (
        <>
          <ol className="evidence-list">
            {documents.map((document, place) => (
              <li key={document.id}>
                <button type="button" aria-pressed={document === shown} onClick={() => setAt(place)}>
                  {name('document', document.kind)}
                  <span className="microline">
                    {personName(item, document.personId)} {moment(document.addedAt)}
                  </span>
                </button>
              </li>
            ))}
          </ol>
          <Viewer key={shown.id} document={shown}>
            <Button size="small" disabled={documents.length < 2} onClick={() => setAt((at + 1) % documents.length)}>
              {t('evidence.next')}
            </Button>
            <span className="small-print">
              {t('evidence.place', { at: documents.indexOf(shown) + 1, count: documents.length })}
            </span>
          </Viewer>
        </>
      ) : (
        <p className="nothing">{t('evidence.none')}</p>
      )}
      <AddDocument item={item} />
    </div>
  )
}

function personName({ state }: CaseDetail, personId: string | null): string {
  return state.members.find(member => member.personId === personId)?.name ?? ''
}

interface ViewerProps {
  readonly document: CaseDetail['documents'][number]
  readonly children: React.ReactNode
}

function Viewer({ document, children }: ViewerProps) {
  const t = useCaseWords()
  const name = useNames()
  const [zoom, setZoom] = useState(1)
  const [turns, setTurns] = useState(0)
  const source = fileAddress(`/documents/${document.id}`)
  const isPicture = document.mediaType.startsWith('image/')
  return (
    <figure className="viewer">
      <figcaption>
        {isPicture && (
          <>
            <Button size="small" onClick={() => setZoom(zoom * 1.5)}>
              {t('evidence.zoom-in')}
            </Button>
            <Button size="small" disabled={zoom <= 1} onClick={() => setZoom(Math.max(1, zoom / 1.5))}>
              {t('evidence.zoom-out')}
            </Button>
            <Button size="small" onClick={() => setTurns(turns + 1)}>
              {t('evidence.rotate')}
            </Button>
          </>
        )}
        {children}
        <a href={source} target="_blank" rel="noreferrer">
          {t('evidence.open')}
        </a>
      </figcaption>
      {isPicture ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an enlarged picture is moved with the arrow keys
        <div className="viewer-frame" tabIndex={0}>
          <img
            src={source}
            alt={name('document', document.kind)}
            style={{ width: `${zoom * 100}%`, rotate: `${turns * 90}deg` }}
          />
        </div>
      ) : (
        <p className="nothing">{t('evidence.pdf')}</p>
      )}
    </figure>
  )
}
