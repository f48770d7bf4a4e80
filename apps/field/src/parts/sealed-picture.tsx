/** A picture out of the sealed store, open only while it is on the screen. */
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useSurroundings } from '../surroundings.tsx'
import { type LocalPhoto, photoName } from '../visit/local-photo.ts'

interface Props {
  readonly photo: LocalPhoto
  readonly alt: string
}

export function SealedPicture({ photo, alt }: Props): JSX.Element {
  const { app } = useSurroundings()
  const [address, setAddress] = useState('')
  useEffect(() => {
    let shown = ''
    let gone = false
    void app.field.store.getBytes(photoName(photo.id)).then(bytes => {
      if (!bytes || gone) return
      shown = URL.createObjectURL(new Blob([bytes], { type: photo.mediaType }))
      setAddress(shown)
    })
    return () => {
      gone = true
      if (shown) URL.revokeObjectURL(shown)
    }
  }, [photo.id])
  return address ? <img class="picture" src={address} alt={alt} /> : <span class="picture" />
}
