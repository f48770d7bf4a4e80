/**
 * Roles and what each may do. A role is held at a division for a time; a permission reaches the divisions below
 * it. Approval and supervision are different rights that nobody holds over the same area (`incompatible`).
 */
export interface Role {
  readonly name: string
  readonly level: 'province' | 'city' | 'county' | 'town' | 'village' | 'self'
  /** May also be held at the levels above: who sets a city's standards sits in the city. */
  readonly alsoAbove?: boolean
  /** Which setting of the scope the role's area goes to: business data, accounts, or only the journal. */
  readonly sees: 'business' | 'accounts' | 'journal'
  readonly permissions: readonly string[]
  /** Roles nobody may hold at the same time in an overlapping area. */
  readonly incompatible: readonly string[]
}

const readCase = [
  'places.read',
  'registry.read',
  'registry.search',
  'casework.read',
  'verification.read',
  'survey.read',
  'publicity.read',
  'publicity.objections',
  'benefits.read',
  'journal.read',
  'document.read',
] as const

/** Everybody who sees families. The three administrators (三员) are none of them, and no two of them are one person. */
const business = ['coordinator', 'town-assistant', 'town-approver', 'county-supervisor', 'county-finance', 'auditor']

export const rolesTable: Readonly<Record<string, Role>> = {
  resident: {
    name: '居民',
    level: 'self',
    sees: 'business',
    permissions: ['own.read', 'own.act'],
    incompatible: [],
  },
  coordinator: {
    name: '村（社区）协理员',
    level: 'village',
    sees: 'business',
    permissions: [
      'places.read',
      'registry.read',
      'registry.search',
      'casework.read',
      'casework.apply-for',
      'survey.read',
      'survey.record',
      'publicity.read',
      'publicity.photo',
      'document.read',
      'document.add',
      'verification.consent',
    ],
    incompatible: ['county-supervisor', 'auditor'],
  },
  'town-assistant': {
    name: '镇（街道）社会救助助理员',
    level: 'town',
    sees: 'business',
    permissions: [
      ...readCase,
      'casework.apply-for',
      'casework.accept',
      'casework.clock',
      'casework.assess',
      'casework.propose',
      'registry.reveal',
      'registry.edit',
      'document.add',
      'verification.consent',
      'verification.request',
      'verification.resolve',
      'survey.plan',
      'survey.record',
      'publicity.post',
      'publicity.answer',
      'publicity.photo',
    ],
    incompatible: ['county-supervisor', 'auditor'],
  },
  'town-approver': {
    name: '镇（街道）审批人',
    level: 'town',
    sees: 'business',
    permissions: [...readCase, 'casework.assess', 'casework.decide', 'registry.reveal', 'registry.confirm'],
    incompatible: ['county-supervisor', 'auditor', 'county-finance'],
  },
  'county-supervisor': {
    name: '县（区）监督员',
    level: 'county',
    sees: 'business',
    permissions: [
      ...readCase,
      'casework.export',
      'registry.reveal',
      'benefits.hold',
      'payments.read',
      'funds.read',
      'insight.try',
      'insight.simulate',
      'policies.read',
    ],
    incompatible: ['coordinator', 'town-assistant', 'town-approver', 'county-finance'],
  },
  'county-finance': {
    name: '县（区）财务',
    level: 'county',
    sees: 'business',
    permissions: [
      'places.read',
      'benefits.read',
      'funds.read',
      'funds.allocate',
      'payments.read',
      'payments.prepare',
      'payments.release',
      'payments.return',
    ],
    incompatible: ['town-assistant', 'town-approver', 'county-supervisor', 'auditor'],
  },
  auditor: {
    name: '审计员',
    level: 'county',
    sees: 'business',
    permissions: [...readCase, 'payments.read', 'funds.read', 'policies.read', 'journal.verify', 'casework.export'],
    incompatible: ['coordinator', 'town-assistant', 'town-approver', 'county-finance'],
  },
  'system-admin': {
    name: '系统管理员',
    level: 'county',
    sees: 'accounts',
    permissions: ['places.read', 'places.edit', 'demo.clock', 'policies.read', 'insight.try'],
    incompatible: ['security-admin', 'audit-admin', ...business],
  },
  'policy-officer': {
    name: '政策管理员',
    level: 'county',
    alsoAbove: true,
    sees: 'accounts',
    permissions: ['places.read', 'policies.read', 'policies.draft', 'policies.release', 'insight.try'],
    incompatible: ['system-admin', 'security-admin', 'audit-admin'],
  },
  'policy-chief': {
    name: '政策负责人',
    level: 'county',
    alsoAbove: true,
    sees: 'accounts',
    permissions: ['places.read', 'policies.read', 'policies.release', 'policies.backdate', 'insight.try'],
    incompatible: ['system-admin', 'security-admin', 'audit-admin'],
  },
  'security-admin': {
    name: '安全管理员',
    level: 'county',
    sees: 'accounts',
    permissions: ['places.read', 'identity.read', 'identity.manage'],
    incompatible: ['system-admin', 'audit-admin', ...business],
  },
  'audit-admin': {
    name: '审计管理员',
    level: 'county',
    sees: 'journal',
    permissions: ['places.read', 'journal.read', 'journal.verify'],
    incompatible: ['system-admin', 'security-admin', ...business],
  },
}
