/** The self-test: one question a page, each choice a link, the answers in the address. No login, no script, no no. */
import { Button, Card, Notice } from '@doudi/light-ui'
import type { App } from '../server/app.ts'
import { answer, Page } from '../server/page.tsx'
import type { Visit } from '../server/visit.ts'
import type { Word } from '../words/index.ts'
import {
  type CheckAnswers,
  type CheckQuestion,
  checkOrder,
  checkQuestions,
  mayFit,
  nextQuestion,
} from './check-result.ts'

export function checkRoutes(app: App): void {
  app.get('/check', async c => {
    const visit = c.get('visit')
    const answers: CheckAnswers = Object.fromEntries(
      checkOrder.flatMap(question => answerTo(question, c.req.query(question))),
    )
    const next = nextQuestion(answers)
    if (next) return answer(visit, <Question visit={visit} question={next} answers={answers} />)
    return answer(
      visit,
      answers.urgent === 'yes' ? <Urgent visit={visit} /> : <Result visit={visit} answers={answers} />,
    )
  })
}

const answerTo = (question: CheckQuestion, value: string | undefined): [string, string][] =>
  value === undefined ? [] : [[question, value]]

const addressOf = (answers: CheckAnswers): string => {
  const query = new URLSearchParams(answers as Record<string, string>).toString()
  return query ? `/check?${query}` : '/check'
}

function Question({ visit, question, answers }: { visit: Visit; question: CheckQuestion; answers: CheckAnswers }) {
  const { t } = visit
  const at = checkOrder.indexOf(question)
  const before = Object.fromEntries(checkOrder.slice(0, at - 1).map(one => [one, answers[one] ?? '']))
  return (
    <Page visit={visit} title={t(`check.${question}`)} back={at === 0 ? '/' : addressOf(before)}>
      <p class="quiet">{t('check.step', { n: at + 1, count: checkOrder.length })}</p>
      <h1>{t(`check.${question}`)}</h1>
      <ul class="rows">
        {checkQuestions[question].map(value => (
          <li key={value}>
            <a class="row-link" href={addressOf({ ...answers, [question]: value })}>
              {t(`check.${question}.${value}` as Word)}
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

function Result({ visit, answers }: { visit: Visit; answers: CheckAnswers }) {
  const { t } = visit
  const fitting = mayFit(answers)
  const title = t(fitting.length > 0 ? 'check.result' : 'check.result.weak')
  return (
    <Page visit={visit} title={title} back="/check">
      <h1>{title}</h1>
      {fitting.length === 0 && <p>{t('check.result.weak.text')}</p>}
      {fitting.map(programme => (
        <Card key={programme}>
          <h2>{t(`check.${programme}`)}</h2>
          <p>{t(`check.${programme}.why`)}</p>
        </Card>
      ))}
      <p class="quiet">{t('check.result.hint')}</p>
      <p>
        <Button href="/apply" block>
          {t('check.apply')}
        </Button>
      </p>
      <p>
        <a class="next-link" href="/check">
          {t('check.again')}
        </a>
      </p>
    </Page>
  )
}

function Urgent({ visit }: { visit: Visit }) {
  const { t, place } = visit
  const phone = place?.contactPhone ?? ''
  return (
    <Page visit={visit} title={t('check.urgent.title')} back="/check">
      <h1>{t('check.urgent.title')}</h1>
      <Notice kind="late">
        <p>{t('check.urgent.text')}</p>
      </Notice>
      <p>
        <Button href={`tel:${phone.replace(/-/g, '')}`} block>
          {t('check.call')} {phone}
        </Button>
      </p>
      <p>
        <Button kind="secondary" href="/apply" block>
          {t('check.apply')}
        </Button>
      </p>
    </Page>
  )
}
