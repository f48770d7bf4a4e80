/** The householder signs with a finger; who cannot, signs on paper and the paper is photographed. */
import { Button } from '@doudi/light-ui'
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { CameraButton } from '../parts/camera-button.tsx'
import { SealedPicture } from '../parts/sealed-picture.tsx'
import { useSurroundings } from '../surroundings.tsx'
import type { LocalPhoto } from './local-photo.ts'
import { makePhoto, makeSignature } from './make-photo.ts'
import { emptyPad, followPen } from './signature-pad.ts'

interface Props {
  readonly signature: LocalPhoto | null
  readonly onSigned: (photo: LocalPhoto) => void
  readonly onRemove: () => void
}

export function SignaturePart({ signature, onSigned, onRemove }: Props): JSX.Element {
  const { t } = useSurroundings()
  return (
    <section class="part-plain">
      <h2>{t('part.signature')}</h2>
      {signature ? (
        <>
          <SealedPicture photo={signature} alt={t('signature.picture')} />
          <Button type="button" kind="secondary" onClick={onRemove}>
            {t('signature.remove')}
          </Button>
        </>
      ) : (
        <Pad onSigned={onSigned} />
      )}
    </section>
  )
}

function Pad({ onSigned }: Pick<Props, 'onSigned'>) {
  const { app, t } = useSurroundings()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [written, setWritten] = useState(false)
  useEffect(() => {
    if (canvas.current) return followPen(canvas.current, () => setWritten(true))
  }, [])
  function again(): void {
    if (canvas.current) emptyPad(canvas.current)
    setWritten(false)
  }
  function done(): void {
    canvas.current?.toBlob(drawing => {
      if (drawing) void makeSignature(app.field.store, drawing).then(onSigned)
    }, 'image/png')
  }
  return (
    <>
      <p>{t('signature.lead')}</p>
      <canvas ref={canvas} class="signature" width={640} height={280} role="img" aria-label={t('signature.pad')} />
      <div class="part-buttons">
        <Button type="button" disabled={!written} onClick={done}>
          {t('signature.done')}
        </Button>
        <Button type="button" kind="secondary" disabled={!written} onClick={again}>
          {t('signature.again')}
        </Button>
      </div>
      <CameraButton
        name="signature-paper"
        label={t('signature.paper')}
        onTaken={async file => onSigned(await makePhoto(app.field.store, file, { kind: 'visit-signature' }))}
      />
    </>
  )
}
