/** Sending one missing paper: a photograph (made smaller on the phone where there is script) or a PDF. */
import { ApiProblem } from '@doudi/api-client'
import { Button, ErrorSummary, type FieldError, FieldGroup } from '@doudi/light-ui'
import type { App } from '../server/app.ts'
import { readForm } from '../server/form.ts'
import { Actions, Form } from '../server/form-parts.tsx'
import { answer, Page } from '../server/page.tsx'
import type { Me } from '../server/replies.ts'
import type { Visit } from '../server/visit.ts'
import type { Word } from '../words/index.ts'
import { residentOf } from './my.tsx'

const mediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf']
const MAX_BYTES = 8_000_000
const known: readonly string[] = [
  'diagnosis',
  'disability-certificate',
  'birth-certificate',
  'consent-signature',
  'identity-card',
  'authorisation-letter',
  'declaration',
]
/** Papers that are a signature: there one may also write with the finger. */
const signed: readonly string[] = ['consent-signature', 'authorisation-letter']

export function paperRoutes(app: App): void {
  app.get('/my/:id/papers/:kind', async c => {
    const me = await residentOf(c.get('visit'))
    return me instanceof Response ? me : paperPage(c.get('visit'), c.req.param('kind'), [])
  })
  app.post('/my/:id/papers/:kind', c => postPaper(c.get('visit'), c.req.param('id'), c.req.param('kind')))
}

export const isPaper = (kind: string): boolean => known.includes(kind)

/** A kind the house knows has a name; what an officer asked for in words is shown as written. */
export const paperName = ({ t }: Visit, kind: string): string => (isPaper(kind) ? t(`paper.${kind}` as Word) : kind)

function paperPage(visit: Visit, kind: string, errors: readonly FieldError[]): Response {
  const { t, locale, c } = visit
  const title = t('paper.title', { what: paperName(visit, kind) })
  return answer(
    visit,
    <Page visit={visit} title={title} back={c.req.path.replace(/\/papers\/.*$/, '')} wrong={errors.length > 0}>
      <ErrorSummary errors={errors} locale={locale} />
      <h1>{title}</h1>
      <Form visit={visit} action={c.req.path} upload>
        {signed.includes(kind) && (
          <div data-signature={t('signature.label')} data-clear={t('signature.clear')} data-for="file" />
        )}
        <FieldGroup
          name="file-group"
          locale={locale}
          label={t('paper.file')}
          hint={t('paper.hint')}
          error={errors[0]?.text}
        >
          <input
            class="input"
            id="file"
            name="file"
            type="file"
            accept={mediaTypes.join(',')}
            aria-label={t('paper.file')}
            data-photo={t('photo.small')}
          />
        </FieldGroup>
        <Actions>
          <Button block>{t('paper.send')}</Button>
        </Actions>
      </Form>
    </Page>,
    errors.length > 0 ? 422 : 200,
  )
}

async function postPaper(visit: Visit, id: string, kind: string): Promise<Response> {
  const { files, key } = await readForm(visit.c, visit.jar)
  const me = await residentOf(visit)
  if (me instanceof Response) return me
  const file = files.file
  const wrong = (text: string) => paperPage(visit, kind, [{ field: 'file', text }])
  if (!file) return wrong(visit.t('paper.none'))
  if (!mediaTypes.includes(file.type)) return wrong(visit.t('paper.kind'))
  if (file.size > MAX_BYTES) return wrong(visit.t('paper.large'))
  const query = new URLSearchParams({ householdId: householdOf(me), caseId: id, kind })
  try {
    const raw = { bytes: new Uint8Array(await file.arrayBuffer()), mediaType: file.type }
    await visit.api.post(`/my/documents?${query}`, undefined, { key, raw })
  } catch (error) {
    if (error instanceof ApiProblem && error.status < 500 && error.status !== 401)
      return wrong(visit.t('paper.refused'))
    throw error
  }
  return visit.c.redirect(`/my/${id}?sent=${encodeURIComponent(kind)}`, 303)
}

const householdOf = ({ households }: Me): string => households[0]?.id ?? ''
