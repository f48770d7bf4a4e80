/** A bank's answer: the corpus of damaged files, in every order, cut anywhere. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type OpenLine, planReturn } from './apply-return.ts'
import { readReturnFile } from './return-file.ts'

const NUMBER = 'B202604DIBAO00'
const amounts = [97_600n, 94_000n, 62_250n]
const sent = (): OpenLine[] =>
  amounts.map((amountFen, i) => ({ id: `line-${i + 1}`, lineNo: i + 1, amountFen, status: 'sent' }))

const whole = [`H|${NUMBER}`, 'R|1|S|', 'R|2|F|E03 账户已销户', 'R|3|S|', 'T|3|253850']
const text = (records: readonly string[]) => `${records.join('\r\n')}\r\n`
const bytes = (content: string) => new TextEncoder().encode(content)
const plan = (content: string | Uint8Array, lines = sent()) =>
  planReturn(readReturnFile(typeof content === 'string' ? bytes(content) : content), lines, NUMBER)

/** The lines after a plan was carried out. */
function after(lines: readonly OpenLine[], content: string | Uint8Array): OpenLine[] {
  const outcomes = new Map(plan(content, [...lines]).resolve.map(({ line, outcome }) => [line.id, outcome]))
  return lines.map(line => ({ ...line, status: outcomes.get(line.id) ?? line.status }))
}

const outcomesOf = (content: string) => plan(content).resolve.map(({ line, outcome }) => [line.lineNo, outcome])
const whyOf = (content: string, lines = sent()) => plan(content, lines).quarantined.map(({ line, why }) => [line, why])

describe('a whole file', () => {
  test('settles and returns its lines, with the bank’s reason', () => {
    const { resolve, quarantined, complete } = plan(text(whole))
    expect(resolve.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['settled', null],
      ['returned', 'E03 账户已销户'],
      ['settled', null],
    ])
    expect({ quarantined, complete }).toEqual({ quarantined: [], complete: true })
  })

  test('does nothing more when it comes a second time', () => {
    const once = after(sent(), text(whole))
    expect(plan(text(whole), once)).toMatchObject({ resolve: [], already: 3, quarantined: [], complete: true })
  })

  test('may come in any order', () => {
    const rows = whole.slice(1, 4)
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 3 }), shuffled => {
        expect(outcomesOf(text([whole[0]!, ...shuffled, whole[4]!]))).toEqual(outcomesOf(text(whole)))
      }),
    )
  })

  test('needs no line end after its trailer, and may be written in GB18030', () => {
    expect(plan(text(whole).trimEnd()).complete).toBe(true)
    const gb = Buffer.concat([
      Buffer.from(`H|${NUMBER}\nR|1|F|E03 `),
      Buffer.from([0xd5, 0xcb, 0xbb, 0xa7]),
      Buffer.from('\nT|1|97600\n'),
    ])
    expect(plan(gb).resolve[0]?.reason).toBe('E03 账户')
  })

  test('may carry question marks where names were: names are not read', () => {
    expect(outcomesOf(text([whole[0]!, 'R|1|S|??', 'R|2|S|?', 'R|3|S|???', whole[4]!]))).toHaveLength(3)
  })

  test('shows no account number that the bank wrote into a reason', () => {
    const [first] = plan(text([whole[0]!, 'R|1|F|E03 6228480000000000018 已销户', 'T|1|97600'])).resolve
    expect(first?.reason).toBe('E03 ∎ 已销户')
  })
})

describe('a damaged file', () => {
  test.each([
    ['another batch’s number', ['H|B202603DIBAO00', ...whole.slice(1)], [[0, 'other-batch']], 0],
    ['a line that was never sent', [...whole.slice(0, 4), 'R|9|S|', 'T|4|253850'], [[5, 'unknown-line']], 3],
    ['a repeated row', [...whole.slice(0, 4), 'R|1|S|', 'T|4|351450'], [[5, 'duplicate-row']], 3],
    [
      'two answers for one line',
      [...whole.slice(0, 4), 'R|1|F|E01 x', 'T|4|351450'],
      [
        [2, 'contradicting-rows'],
        [5, 'contradicting-rows'],
      ],
      2,
    ],
    ['an amount off by one fen', [whole[0]!, 'R|1|S||97601', ...whole.slice(2)], [[2, 'wrong-amount']], 2],
    ['no trailer', whole.slice(0, 4), [[0, 'trailer-missing']], 3],
    ['a wrong total', [...whole.slice(0, 4), 'T|3|253851'], [[0, 'trailer-total']], 3],
    ['a wrong count', [...whole.slice(0, 4), 'T|4|253850'], [[0, 'trailer-rows']], 3],
    [
      'rows nobody can read',
      [whole[0]!, 'R|one|S|', 'R|2|X|', 'R|3|F|', 'hello', 'T|0|0'],
      [2, 3, 4, 5].map(row => [row, 'unreadable']),
      0,
    ],
    ['rows after the trailer', [whole[0]!, 'R|1|S|', 'T|1|97600', 'R|2|S|'], [[4, 'unreadable']], 1],
    ['no header and a total of another batch', ['R|1|S|', 'R|2|S|', 'T|2|12345'], [[0, 'unverifiable']], 0],
  ] as const)('with %s sets that aside and applies the rest', (_, records, quarantined, applied) => {
    expect(whyOf(text(records))).toEqual(quarantined)
    expect(plan(text(records)).resolve).toHaveLength(applied)
  })

  test('cannot change what an earlier file said', () => {
    const once = after(sent(), text(whole))
    expect(whyOf(text([whole[0]!, 'R|1|F|E03 x', 'T|1|97600']), once)).toEqual([[2, 'contradicts-earlier']])
  })

  test('cannot touch a line that was held', () => {
    const lines = sent().map(line => (line.lineNo === 2 ? { ...line, status: 'held' as const } : line))
    expect(whyOf(text(whole), lines)).toEqual([[3, 'unknown-line']])
  })
})

test('cut at any byte, a file applies only what it certainly says, and the whole file then gives the same end', () => {
  for (const records of [whole, whole.slice(1)]) {
    const content = bytes(text(records))
    const final = after(sent(), content)
    for (let length = 0; length < content.length; length++) {
      const cut = content.subarray(0, length)
      const first = after(sent(), cut)
      for (const [i, line] of first.entries()) expect([final[i]?.status, 'sent']).toContain(line.status)
      expect(after(first, content)).toEqual(final)
    }
  }
})

test('whatever arrives, settled, returned and still open always make the whole total', () => {
  const record = fc.oneof(
    fc
      .tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom('S', 'F', 'X', ''), fc.constantFrom('', 'E03 x', '97600'))
      .map(([n, s, r]) => `R|${n}|${s}|${r}`),
    fc.constantFrom(...whole, 'T|1|97600', 'T||', '', '=1+1', 'R|1|S||97600'),
  )
  fc.assert(
    fc.property(fc.array(fc.array(record, { maxLength: 8 }), { maxLength: 4 }), files => {
      let lines = sent()
      for (const file of files) {
        const next = after(lines, text(file))
        for (const [i, line] of lines.entries()) if (line.status !== 'sent') expect(next[i]).toEqual(line)
        lines = next
      }
      const sum = (status: string) =>
        lines.reduce((total, line) => total + (line.status === status ? line.amountFen : 0n), 0n)
      expect(sum('settled') + sum('returned') + sum('sent')).toBe(253_850n)
    }),
  )
})
