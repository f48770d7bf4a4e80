/** What the self-test makes of seven taps: a list of programmes that may fit. It names none as out of reach. */
export const checkQuestions = {
  urgent: ['yes', 'no'],
  who: ['elder', 'adult', 'child'],
  alone: ['yes', 'no'],
  health: ['disability', 'illness', 'both', 'none'],
  work: ['none', 'some', 'enough'],
  income: ['low', 'middle', 'high', 'unsure'],
  property: ['no', 'yes'],
} as const

export type CheckQuestion = keyof typeof checkQuestions
export type CheckAnswers = { readonly [Q in CheckQuestion]?: string }
export const checkOrder = Object.keys(checkQuestions) as readonly CheckQuestion[]

export const programmes = ['dibao', 'single', 'tekun', 'orphan', 'temporary', 'disability', 'medical'] as const
export type Programme = (typeof programmes)[number]

/** The first question without a known answer; none when all are answered or help is urgent. */
export function nextQuestion(answers: CheckAnswers): CheckQuestion | undefined {
  if (answers.urgent === 'yes') return undefined
  return checkOrder.find(question => !(checkQuestions[question] as readonly string[]).includes(answers[question] ?? ''))
}

export function mayFit({ who, alone, health, work, income, property }: CheckAnswers): readonly Programme[] {
  const poor = income !== 'high' && property !== 'yes'
  const ill = health === 'illness' || health === 'both'
  const disabled = health === 'disability' || health === 'both'
  const fits: Readonly<Record<Programme, boolean>> = {
    dibao: poor && work !== 'enough',
    single: (ill || disabled) && property !== 'yes' && (income === 'high' || work === 'enough'),
    tekun: alone === 'no' && who !== 'child' && work === 'none' && poor,
    orphan: alone === 'no' && who === 'child',
    temporary: ill && poor,
    disability: disabled,
    medical: ill,
  }
  return programmes.filter(programme => fits[programme])
}
