/**
 * A PDF is kept as it came, so it is looked through instead: a program, an action that starts something, an enclosed
 * file or a lock is refused. Objects may hide in compressed object streams, so these are opened too, with a bound on
 * what comes out.
 */
import { inflateSync } from 'node:zlib'
import { problems } from './problems.ts'

const forbidden = /\/(?:JavaScript|Launch|OpenAction|EmbeddedFiles?|RichMedia|XFA|Encrypt)(?![A-Za-z0-9])/
const MAX_INFLATED = 32_000_000

export function acceptPdf(bytes: Uint8Array): Buffer {
  const file = Buffer.from(bytes)
  const text = file.toString('latin1')
  const ends = text.slice(-1024).includes('%%EOF')
  if (!text.startsWith('%PDF-') || !ends) throw problems.of('document.not-this-kind')
  const names = withoutEscapes(text)
  if (forbidden.test(names)) throw problems.of('document.active-content')
  if (occurrences(names, '/ObjStm') !== occurrences(text, '/ObjStm')) throw problems.of('document.active-content')
  if (hiddenObjects(file, text).some(objects => forbidden.test(withoutEscapes(objects))))
    throw problems.of('document.active-content')
  return file
}

/** `/J#61vaScript` is read by every viewer as `/JavaScript`. */
function withoutEscapes(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function occurrences(text: string, name: string): number {
  return text.split(name).length - 1
}

/** What stands in object streams. One that cannot be opened cannot be trusted. */
function hiddenObjects(file: Buffer, text: string): string[] {
  const found: string[] = []
  let left = MAX_INFLATED
  for (let at = text.indexOf('/ObjStm'); at >= 0; at = text.indexOf('/ObjStm', at + 1)) {
    const stream = /stream\r?\n/g
    stream.lastIndex = at
    if (!stream.test(text)) throw problems.of('document.active-content')
    const inflated = inflate(file.subarray(stream.lastIndex), left)
    left -= inflated.length
    found.push(inflated.toString('latin1'))
  }
  return found
}

function inflate(compressed: Buffer, limit: number): Buffer {
  try {
    return inflateSync(compressed, { maxOutputLength: Math.max(limit, 1) })
  } catch {
    throw problems.of('document.active-content')
  }
}
