/** A picture on this phone: its bytes lie sealed under `photo/<id>` until the server has them. */
export const photoPurposes = ['house', 'living', 'person', 'paper', 'door'] as const
export type PhotoPurpose = (typeof photoPurposes)[number]
export const MOST_PHOTOS = 6

export interface LocalPhoto {
  readonly id: string
  /** SM3 of exactly the bytes that will be sent. */
  readonly digest: string
  readonly mediaType: 'image/jpeg' | 'image/png'
  readonly capturedAt: string
  /** What it is on the server: `visit-photo`, `visit-signature`, or the kind of a paper. */
  readonly kind: string
  readonly purpose?: PhotoPurpose
}

export const photoName = (id: string): string => `photo/${id}`
