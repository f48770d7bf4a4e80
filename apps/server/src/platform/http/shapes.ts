/** Shapes every contract uses: money, dates, ids, names, texts. Each refuses with a code that has words in both languages. */
import { cleanText, isId, Problem, parseDate, parseDivision, parsePersonName, parsePhone } from '@doudi/kernel'
import { z } from 'zod'

/** Runs a kernel parser of text inside a schema and passes on its code. In OpenAPI it is a string both ways. */
export function parsed<T extends string>(parse: (text: string) => T, max: number) {
  return z
    .string()
    .max(max)
    .transform((text, context): string => {
      try {
        return parse(text)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        const issue = error.issues[0]
        context.addIssue({
          code: 'custom',
          params: { code: issue?.code ?? error.code, ...issue?.details },
          message: error.code,
        })
        return z.NEVER
      }
    })
    .pipe(z.string() as unknown as z.ZodType<T, string>)
}

export const id = z.string().refine(isId, { params: { code: 'id.malformed' }, message: 'id' })
/** Whole fen, as a safe integer. */
export const fen = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
export const date = parsed(parseDate, 20)
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export const instant = z.string()
/** Twelve digits (six or nine are padded). */
export const division = parsed(parseDivision, 12)
export const personName = parsed(parsePersonName, 400)
export const phone = parsed(parsePhone, 30)
/** A reason or a note: 1–1000 characters after cleaning. */
export const reason = parsed(text => cleanText(text, { max: 1000, required: true }).text, 4000)

export const page = z.object({
  /** The `next` of the page before. */
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
/** A page of a list whose order is that of its ids. */
export const pageById = page.extend({ after: id.optional() })
export type Page = z.infer<typeof page>
