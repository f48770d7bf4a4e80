/** Visit records for the property tests: any part may be missing, and sides share people so that they do meet. */
import fc from 'fast-check'
import { incomeKinds, type VisitRecord, visitConclusions, visitOutcomes } from './visit-record.ts'

const person = fc.constantFrom('p1', 'p2', 'p3')
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const fen = fc.nat(9_000_000)
const text = fc.constantFrom('土坯房，屋顶漏雨', '在镇上打零工', 'x')

export const visitRecord: fc.Arbitrary<VisitRecord> = fc
  .record({
    outcome: some(fc.constantFrom(...visitOutcomes)),
    surveyors: some(fc.constantFrom(['a', 'b'], ['b', 'a'], ['a', 'c'])),
    present: some(fc.uniqueArray(person)),
    house: some(fc.record({ rooms: fc.nat(6), condition: fc.constantFrom('good', 'worn') }, { requiredKeys: [] })),
    members: some(
      fc.uniqueArray(fc.record({ personId: person, work: text, health: fc.constantFrom('well', 'serious') }), {
        selector: member => member.personId,
      }),
    ),
    incomes: some(
      fc.uniqueArray(
        fc.record({
          personId: person,
          kind: fc.constantFrom(...incomeKinds.slice(0, 3)),
          amountFen: fen,
          per: fc.constantFrom('month', 'year'),
        }),
        { selector: income => `${income.personId} ${income.kind}` },
      ),
    ),
    property: some(fc.record({ depositsFen: fen, vehicles: fc.nat(2) }, { requiredKeys: [] })),
    photos: some(
      fc.uniqueArray(
        fc.constantFrom('d1', 'd2', 'd3', 'd4').map(digest => ({
          digest,
          documentId: `document of ${digest}`,
          purpose: 'house' as const,
          capturedAt: '2026-03-02T01:00:00.000Z',
        })),
        { selector: photo => photo.digest },
      ),
    ),
    conclusion: some(fc.constantFrom(...visitConclusions)),
    conclusionText: some(text),
  })
  .map(record => JSON.parse(JSON.stringify(record)) as VisitRecord)
