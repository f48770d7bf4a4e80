import { expect, test } from 'vitest'
import { inOrder, remaining, type SyncEntry } from './entry.ts'

const entry = (id: string, capturedAt: string): SyncEntry => ({
  id,
  kind: 'visit.record',
  visitId: 'v',
  baseVersion: 1,
  capturedAt,
  content: {},
})

test('an outbox is sent in the order in which it was written', () => {
  const [late, early, twin] = [entry('b', '2026-03-03'), entry('c', '2026-03-02'), entry('a', '2026-03-03')]
  expect(inOrder([late, early, twin]).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
})

test('only what the server has answered leaves the outbox', () => {
  const outbox = [entry('a', '1'), entry('b', '2')]
  expect(remaining(outbox, [{ id: 'a', status: 'conflict' }]).map(({ id }) => id)).toEqual(['b'])
})
