/** From the camera's file to what will be sent: at most 300 KB, upright, hashed, sealed — in this order, at once. */
import { newId, now } from '../clock.ts'
import { sm3 } from '../crypto/sm3.ts'
import type { SealedStore } from '../data/sealed-store.ts'
import { type LocalPhoto, type PhotoPurpose, photoName } from './local-photo.ts'

export const MOST_BYTES = 300_000
const LONGEST_SIDE = 1_600
const tries = [
  [1, 0.8],
  [1, 0.6],
  [0.75, 0.6],
  [0.5, 0.5],
  [0.35, 0.5],
] as const

function pictureOf(file: Blob): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image()
    const address = URL.createObjectURL(file)
    const done = () => URL.revokeObjectURL(address)
    picture.onload = () => {
      resolve(picture)
      setTimeout(done, 60_000)
    }
    picture.onerror = () => {
      done()
      reject(new Error('not a picture'))
    }
    picture.src = address
  })
}

function drawn(picture: HTMLImageElement, scale: number, quality: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale))
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', quality))
}

async function smaller(file: Blob): Promise<Blob> {
  const picture = await pictureOf(file)
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.naturalWidth, picture.naturalHeight))
  for (const [shrink, quality] of tries) {
    const blob = await drawn(picture, scale * shrink, quality)
    if (blob && blob.size <= MOST_BYTES) return blob
  }
  throw new Error('the picture does not get small enough')
}

interface About {
  readonly kind: string
  readonly purpose?: PhotoPurpose
}

async function keep(store: SealedStore, blob: Blob, about: About): Promise<LocalPhoto> {
  const bytes = new Uint8Array(await new Response(blob).arrayBuffer())
  const mediaType = blob.type === 'image/png' ? ('image/png' as const) : ('image/jpeg' as const)
  const photo = { id: newId(), digest: sm3(bytes), mediaType, capturedAt: now(), ...about }
  await store.putBytes(photoName(photo.id), bytes)
  return photo
}

/** Rejects for what is no picture. */
export async function makePhoto(store: SealedStore, file: Blob, about: About): Promise<LocalPhoto> {
  return keep(store, await smaller(file), about)
}

/** A drawn signature is small and stays sharp. */
export function makeSignature(store: SealedStore, drawing: Blob): Promise<LocalPhoto> {
  return keep(store, drawing, { kind: 'visit-signature' })
}
