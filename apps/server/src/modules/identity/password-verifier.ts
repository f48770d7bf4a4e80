/**
 * Passwords as argon2id verifiers in the PHC text form, so that parameters can be raised: an older verifier still
 * verifies and is replaced at the next sign-in. Hashing runs beside the event loop.
 */
import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const hash = promisify(argon2)

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. */
const current = { memory: 19_456, passes: 2, parallelism: 1 } as const
const TAG_BYTES = 32
const SALT_BYTES = 16

type Cost = Pick<Argon2Parameters, 'memory' | 'passes' | 'parallelism'>

interface Verifier extends Cost {
  readonly salt: Buffer
  readonly tag: Buffer
}

export async function makeVerifier(password: string, cost: Cost = current): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const tag = await tagOf(password, { ...cost, salt }, TAG_BYTES)
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`
}

export interface Verdict {
  readonly matches: boolean
  /** Made with weaker parameters than today's; replace it while the password is at hand. */
  readonly outdated: boolean
}

/** Without a verifier the same work is done and nothing matches, so that time does not tell which accounts exist. */
export async function checkPassword(password: string, stored: string | null): Promise<Verdict> {
  const verifier = parse(stored ?? nobody)
  const tag = await tagOf(password, verifier, verifier.tag.length)
  const equal = timingSafeEqual(tag, verifier.tag)
  const outdated = verifier.memory < current.memory || verifier.passes < current.passes
  return { matches: equal && stored !== null, outdated }
}

const nobody = `$argon2id$v=19$m=${current.memory},t=${current.passes},p=${current.parallelism}$${base64(Buffer.alloc(SALT_BYTES))}$${base64(Buffer.alloc(TAG_BYTES))}`

function tagOf(password: string, { memory, passes, parallelism, salt }: Omit<Verifier, 'tag'>, tagLength: number) {
  const message = Buffer.from(password.normalize('NFKC'), 'utf8')
  return hash('argon2id', { message, nonce: salt, memory, passes, parallelism, tagLength })
}

function parse(text: string): Verifier {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(text)
  const [memory, passes, parallelism, salt, tag] = match?.slice(1) ?? []
  if (!salt || !tag) throw new Error('a stored password verifier is damaged')
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

/** PHC text leaves the padding out. */
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
