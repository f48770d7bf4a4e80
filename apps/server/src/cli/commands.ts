/** Every command of `npx doudi`. */
import type { CommandList } from './dispatch.ts'

export const commands: CommandList = {
  'policy check': {
    summary: 'checks the policy packs and says what is wrong, with file and line',
    load: async () => (await import('./policy-check.ts')).policyCheckCommand,
  },
  'policy coverage': {
    summary: 'lists for every clause what rests on it and the cases that show it, and what is without any',
    load: async () => (await import('./policy-coverage.ts')).policyCoverageCommand,
  },
  evaluate: {
    summary: 'decides one situation: decision, amounts and trace as JSON',
    load: async () => (await import('./evaluate.ts')).evaluateCommand,
  },
  entitlement: {
    summary: 'what a household is due month by month, and what follows for what was paid',
    load: async () => (await import('./entitlement.ts')).entitlementCommand,
  },
  simulate: {
    summary: 'tries a draft over many households: who enters, leaves, gains, loses, and what it costs',
    load: async () => (await import('./simulate.ts')).simulateCommand,
  },
  'schema situation': {
    summary: 'the JSON Schema of the situation that evaluate reads',
    load: async () => (await import('./schema-situation.ts')).schemaSituationCommand,
  },
  'audit verify': {
    summary: 'checks the journal’s chains and finds any edited, removed or reordered entry',
    load: async () => (await import('./audit-verify.ts')).auditVerifyCommand,
  },
  demo: {
    summary: 'lists the accounts of the running demo with their current codes',
    load: async () => (await import('./demo.ts')).demoCommand,
  },
  'bench http': {
    summary: 'measures the API with a district’s households and fifty people at work',
    load: async () => (await import('./bench-http.ts')).benchHttpCommand,
  },
  'bench policy': {
    summary: 'measures policy packs over a million households, beside hand-written code and other engines',
    load: async () => (await import('./bench-policy.ts')).benchPolicyCommand,
  },
  'bench exactness': {
    summary: 'proves that interpreter, columns, SQL and hand-written code give the same answers',
    load: async () => (await import('./bench-exactness.ts')).benchExactnessCommand,
  },
}
