/**
 * A photo of a paper, made safe: decoded and written anew, so that what is stored is pixels and nothing else. Camera
 * data (place, time, device) is gone, the picture stands upright, and a file that is also something else no longer is.
 */
import sharp, { type Sharp } from 'sharp'
import { problems } from './problems.ts'

const MAX_PIXELS = 50_000_000

type Format = 'jpeg' | 'png' | 'webp'

/** Only these decoders are ever reached, whatever the sender calls the bytes. */
const beginnings: Readonly<Record<Format, (bytes: Uint8Array) => boolean>> = {
  jpeg: bytes => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff,
  png: bytes => Buffer.from(bytes.subarray(0, 8)).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  webp: bytes => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP',
}

export async function acceptImage(bytes: Uint8Array, mediaType: string): Promise<Buffer> {
  const format = formatOf(bytes, mediaType)
  if (format === 'png' && isAnimatedPng(bytes)) throw problems.of('document.animated')
  await refuseBySize(bytes)
  try {
    const upright = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).autoOrient().toColourspace('srgb')
    return await written(upright, format).toBuffer()
  } catch {
    throw problems.of('document.damaged')
  }
}

function formatOf(bytes: Uint8Array, mediaType: string): Format {
  const format = mediaType.replace('image/', '') as Format
  if (!beginnings[format]?.(bytes)) throw problems.of('document.not-this-kind')
  return format
}

/** From the header alone, before a pixel is decoded. */
async function refuseBySize(bytes: Uint8Array): Promise<void> {
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined)
  if (!header) throw problems.of('document.damaged')
  if ((header.pages ?? 1) > 1) throw problems.of('document.animated')
  if (header.width * header.height > MAX_PIXELS)
    throw problems.of('document.too-many-pixels', { pixels: header.width * header.height })
}

function written(image: Sharp, format: Format): Sharp {
  if (format === 'png') return image.png()
  return format === 'webp' ? image.webp({ quality: 85 }) : image.jpeg({ quality: 85 })
}

/** The decoder reads only the first frame of a moving PNG and would not tell. */
function isAnimatedPng(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes)
  const control = text.indexOf('acTL', 8, 'latin1')
  const pixels = text.indexOf('IDAT', 8, 'latin1')
  return control >= 0 && (pixels < 0 || control < pixels)
}

const ascii = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')
