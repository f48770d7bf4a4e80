/** Papers that no office can share, and only those. Nothing here stands in the way of submitting. */
import { type Answers, membersOf } from '../answers.ts'
import type { Question } from '../question.ts'

export const paperKinds = ['diagnosis', 'disability-certificate', 'birth-certificate'] as const
export type PaperKind = (typeof paperKinds)[number]

/** Which of them this family may be asked for. */
export function papersFor(answers: Answers): PaperKind[] {
  const members = membersOf(answers)
  const needed: Readonly<Record<PaperKind, boolean>> = {
    diagnosis: members.some(({ seriousIllness }) => seriousIllness),
    'disability-certificate': members.some(({ disabilityKind }) => disabilityKind !== undefined),
    'birth-certificate': members.some(({ documentKind }) => documentKind === 'none'),
  }
  return paperKinds.filter(kind => needed[kind])
}

export const papers: Question = {
  slug: 'papers',
  section: 'rest',
  copies: () => [0],
  answered: answers => answers.pending?.join() === papersFor(answers).join(),
  title: ({ t }) => t('papers.title'),
  show: () => ({}),
  read: (_, { answers }) => ({ answers: { ...answers, pending: papersFor(answers) } }),
  rows: ({ t, answers }) => [
    {
      what: t('review.papers'),
      answer:
        papersFor(answers)
          .map(kind => t(`paper.${kind}`))
          .join('，') || t('papers.line.none'),
    },
  ],
  View: ({ t, answers }) => {
    const needed = papersFor(answers)
    return (
      <>
        <h1>{t('papers.title')}</h1>
        <p>{t(needed.length > 0 ? 'papers.some' : 'papers.nothing')}</p>
        {needed.length > 0 && (
          <>
            <ul class="plain-list">
              {needed.map(kind => (
                <li key={kind}>{t(`paper.${kind}`)}</li>
              ))}
            </ul>
            <p>{t('papers.later')}</p>
          </>
        )}
        <p class="quiet">{t('papers.never')}</p>
      </>
    )
  },
}
