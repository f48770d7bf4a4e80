/**
 * The home-survey form (入户调查表, F11) as it travels. Every part may be missing: a visit is written down in pieces,
 * and somebody who was not at home has no rooms to describe. Amounts are whole fen.
 */
export const visitOutcomes = ['met', 'nobody', 'moved'] as const
export type VisitOutcome = (typeof visitOutcomes)[number]

/** 情况属实 / 情况不实. */
export const visitConclusions = ['true', 'not-true'] as const
export type VisitConclusion = (typeof visitConclusions)[number]

export const incomeKinds = [
  'wage',
  'farming',
  'business',
  'property',
  'pension',
  'support',
  'subsidy',
  'other',
] as const
export type IncomeKind = (typeof incomeKinds)[number]

export interface HouseSeen {
  readonly nature?: 'own' | 'rented' | 'public' | 'borrowed' | 'none'
  readonly structure?: 'brick' | 'concrete' | 'earth' | 'wood' | 'other'
  readonly areaSquareMetres?: number
  readonly rooms?: number
  readonly condition?: 'good' | 'worn' | 'dangerous'
}

export interface LivingSeen {
  readonly water?: 'tap' | 'well' | 'none'
  readonly electricityFenPerMonth?: number
  readonly appliances?: string
  readonly conditions?: string
}

export interface MemberSeen {
  readonly personId: string
  readonly health?: 'well' | 'chronic' | 'serious' | 'disabled'
  readonly labour?: 'able' | 'weak' | 'none'
  readonly work?: string
  readonly note?: string
}

export interface IncomeSeen {
  readonly personId: string
  readonly kind: IncomeKind
  readonly amountFen: number
  readonly per: 'month' | 'year'
}

export interface PropertySeen {
  readonly depositsFen?: number
  readonly vehicles?: number
  readonly homes?: number
  readonly business?: boolean
  readonly other?: string
}

export interface DebtsSeen {
  readonly totalFen?: number
  readonly reason?: string
}

export interface PhotoTaken {
  /** SM3 of the bytes as the device captured them. */
  readonly digest: string
  /** The document the bytes were uploaded as. */
  readonly documentId: string
  readonly purpose: 'house' | 'living' | 'person' | 'paper' | 'door'
  readonly capturedAt: string
}

export interface VisitRecord {
  readonly outcome?: VisitOutcome
  readonly visitedAt?: string
  readonly surveyors?: readonly string[]
  /** Members of the household who were there. */
  readonly present?: readonly string[]
  readonly house?: HouseSeen
  readonly living?: LivingSeen
  readonly members?: readonly MemberSeen[]
  readonly incomes?: readonly IncomeSeen[]
  readonly property?: PropertySeen
  readonly debts?: DebtsSeen
  readonly photos?: readonly PhotoTaken[]
  readonly signatureDocumentId?: string
  readonly conclusion?: VisitConclusion
  readonly conclusionText?: string
}

export interface QuickReport {
  /** A name, or `不知道`. */
  readonly name: string
  /** Village where the person was met. */
  readonly division: string
  readonly place: string
  readonly what: string
  readonly phone?: string
  readonly photoDocumentId?: string
}
