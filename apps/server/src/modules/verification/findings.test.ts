import { describe, expect, test } from 'vitest'
import { departmentOf, factsOfRound, readRows, sourceName } from './findings.ts'

describe('what rows say', () => {
  test.each([
    ['vehicles', { plate: '示A12345', type: 'car', registeredOn: '2019-05-01', state: 'normal' }, { vehicles: 1 }],
    ['real-estate', { certificate: '第1号', use: 'dwelling', areaSquareMetres: 88 }, { homes: 1 }],
    ['social-insurance', { kind: 'wage', employer: '示例厂', monthlyFen: 240_000 }, { wage: 240_000 }],
    ['social-insurance', { kind: 'pension', monthlyFen: 18_000 }, { pension: 18_000 }],
    ['business', { registeredName: '示例超市', status: 'active' }, { business: true }],
    ['deposits', { bank: '示例行', accountTail: '0018', balanceFen: 500 }, { deposits: 500 }],
    ['deaths', { diedOn: '2025-07-15' }, { diedOn: '2025-07-15' }],
  ])('%s: %j', (source, row, found) => {
    expect(readRows(source, [row]).found).toEqual(found)
    expect(readRows(source, [row]).findings).toHaveLength(1)
  })

  test('what is sold, closed or not lived in is shown but is no asset', () => {
    const sold = { plate: '示A1', type: 'car', registeredOn: '2019-05-01', state: 'sold' }
    expect(readRows('vehicles', [sold])).toMatchObject({ found: {}, findings: [{ label: '小汽车' }] })
    expect(readRows('business', [{ registeredName: '店', status: 'cancelled' }]).found).toEqual({})
    expect(readRows('real-estate', [{ certificate: '1', use: 'shop', areaSquareMetres: 9 }]).found).toEqual({})
  })

  test('a row that does not fit is counted, never guessed at', () => {
    const read = readRows('deposits', [{ bank: '示例行', accountTail: '0018', balanceFen: '很多' }])
    expect(read).toEqual({ found: {}, findings: [{ label: '看不懂的记录', display: '1 条，请人工查看' }] })
  })

  test('the police row only says that somebody is registered', () => {
    expect(readRows('registration', [{ registered: true, address: '…' }])).toEqual({
      found: {},
      findings: [{ label: '户籍', display: '在册' }],
    })
  })

  test('a source without a department is known by its id and says nothing', () => {
    expect(readRows('tax', [{}])).toEqual({ found: {}, findings: [] })
    expect([sourceName('tax'), departmentOf('tax')]).toEqual(['tax', undefined])
    expect(departmentOf('business')).toBe('business-registration')
  })
})

test('what members have is added up for the household, what they earn stays theirs', () => {
  const account = (balanceFen: number) => ({ bank: '示例行', accountTail: '0018', balanceFen })
  const wage = { kind: 'wage', monthlyFen: 100_000 }
  const facts = factsOfRound([
    { personId: 'p1', source: 'deposits', rows: [account(100), account(20)] },
    { personId: 'p2', source: 'deposits', rows: [account(3)] },
    { personId: 'p2', source: 'social-insurance', rows: [wage] },
  ])
  expect(facts).toEqual([
    { personId: null, field: 'deposits', value: 123, sources: ['deposits'] },
    { personId: 'p2', field: 'wage', value: 100_000, sources: ['social-insurance'] },
  ])
})
