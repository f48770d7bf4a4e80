/** The door of the verification module: authorisations, questions to departments, the report. */
import { loadCase } from '#modules/casework/index.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import type { Module } from '#platform/module.ts'
import { askDepartment } from './ask-department.ts'
import { problems } from './problems.ts'
import { recordConsentsOfCase } from './record-consent.ts'
import { routes } from './routes.ts'

/** Casework enqueues this with a submission, because it stands to the left and knows no consents. */
const recordConsents: Job = {
  name: 'verification.record-consents',
  handle: (open, { caseId }) => open(async work => recordConsentsOfCase(work, await loadCase(work, String(caseId)))),
}

export const verification: Module = {
  name: 'verification',
  routes,
  jobs: [recordConsents, askDepartment],
  problems: problems.catalogue,
  constraints: { request_round_once: 'verification.round-running', consent_once: 'verification.consent-ended' },
}
