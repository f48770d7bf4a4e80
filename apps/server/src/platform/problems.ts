/** Refusals of the platform itself: protocol, keys, limits. */
import { defineProblems, type ProblemCatalogue } from '@doudi/kernel'

const catalogue = {
  'input.invalid': {
    kind: 'invalid',
    about: 'Something in the request is not right; `issues` lists each place and why.',
  },
  'http.not-found': { kind: 'not-found', about: 'There is nothing at this address.' },
  'http.method': { kind: 'invalid', about: 'This address does not take that method.' },
  'http.media-type': {
    kind: 'invalid',
    about: 'The body must be JSON (or, for uploads, one of the listed media types).',
  },
  'http.too-large': { kind: 'too-large', about: 'The body is larger than this address takes.' },
  'http.cross-site': { kind: 'forbidden', about: 'A request that changes something came from another site.' },
  'http.too-many': { kind: 'too-many', about: 'Too many requests in a minute.' },
  'http.key-missing': {
    kind: 'invalid',
    about: 'A request that changes something needs an Idempotency-Key (a UUID made by the client).',
  },
  'http.key-reused': { kind: 'conflict', about: 'This Idempotency-Key was used before with another input.' },
  'access.sign-in': { kind: 'unauthenticated', about: 'Nobody is signed in, or the session has ended.' },
  'access.forbidden': { kind: 'forbidden', about: 'The caller holds no role that may do this.' },
  'access.step-up': {
    kind: 'forbidden',
    about: 'This needs the second factor again (given in the last five minutes).',
  },
  'access.out-of-area': { kind: 'not-found', about: 'The record does not exist or lies outside the caller’s area.' },
  'platform.busy': { kind: 'unavailable', about: 'Somebody else holds the record; try again in a moment.' },
  'platform.too-slow': { kind: 'unavailable', about: 'The database did not answer in time; nothing was changed.' },
  'platform.database-unavailable': {
    kind: 'unavailable',
    about: 'The database cannot be reached; nothing was changed.',
  },
  'platform.draining': { kind: 'unavailable', about: 'The server is stopping; try again in a moment.' },
} as const satisfies ProblemCatalogue

export const problems = defineProblems(catalogue)

/** Codes of issues inside a request that the platform itself finds: shapes, JSON, queries. */
export const platformIssues = [
  'shape.missing',
  'shape.invalid',
  'shape.invalid-type',
  'shape.invalid-value',
  'shape.invalid-format',
  'shape.invalid-union',
  'shape.invalid-key',
  'shape.too-small',
  'shape.too-big',
  'shape.not-multiple-of',
  'shape.unknown-field',
  'id.malformed',
  'query.repeated',
  'json.malformed',
  'json.byte-order-mark',
  'json.not-utf8',
  'json.duplicate-key',
  'json.forbidden-key',
  'json.too-deep',
  'json.lone-surrogate',
] as const

/** Everything the platform may say, and so must have words for. */
export type PlatformCode = keyof typeof catalogue | (typeof platformIssues)[number] | 'internal'
