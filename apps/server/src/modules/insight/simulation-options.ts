/** What can be tried in an area: the programmes of its pack, and the values of one of them as they stand on a day. */
import { type CompiledProgramme, parameterChoices, programmesOf, showText } from '@doudi/policy'
import type { z } from 'zod'
import { packOf } from '#modules/places/index.ts'
import { editionInUse, programmeInForce } from '#modules/policies/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { options, optionsQuery } from './contract.ts'

export async function simulationOptions(
  work: Work,
  query: z.infer<typeof optionsQuery>,
): Promise<z.infer<typeof options>> {
  const pack = await packOf(work, query.division)
  const date = query.date ?? work.today
  const programmes = programmesOf((await editionInUse(work)).packs, pack)
  // Packs name their programmes in no order that matters; dibao is what most drafts are about.
  const programme = query.programme ?? (programmes.find(({ id }) => id === 'dibao') ?? programmes[0])?.id ?? ''
  const compiled: CompiledProgramme = await programmeInForce(work, { pack, programme, date })
  const { packTitle, example } = compiled
  const parameters = parameterChoices(compiled).map(choice => {
    const { parameter } = compiled.parameters.find(one => one.parameter.name === choice.name)!
    return { ...choice, display: choice.value === null ? null : showText(parameter, choice.value) }
  })
  return { pack, packTitle, example, programmes, programme, date, parameters }
}
