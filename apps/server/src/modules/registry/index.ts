/** The door of the registry module: persons, households, facts, documents, accounts. */
import { provideHouseholds } from '#modules/identity/index.ts'
import type { Module } from '#platform/module.ts'
import { findHouseholds } from './household.sql.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export { type AccountWarning, accountWarningKinds, accountWarnings } from './account-warnings.ts'
export {
  addBankAccount,
  type BankAccount,
  bankAccountNumber,
  currentBankAccount,
  householdsSharingAccount,
  type NewBankAccount,
} from './bank-account.ts'
export { type FindCases, type HouseholdCase, provideCases } from './case-directory.ts'
export { declareBankAccount } from './change-bank-account.ts'
export { type DocumentRow, findDocument } from './document.sql.ts'
export { type AddedDocument, addDocument, type CaseDocument, documentsOfCase, type NewDocument } from './documents.ts'
export type { Fact, FactSource, FactValue, NewFact } from './fact.ts'
export { type FoundPerson, findPerson, maskedPerson, personInClear } from './find-person.ts'
export { type HouseholdLabel, householdLabels } from './household-labels.ts'
export { type Payee, type PayeeInClear, payeesInClear, payeesOf } from './payees.ts'
export { tailIndexOf } from './person.ts'
export { type HouseholdMember, householdOf, membersOf, readHousehold } from './read-household.ts'
export { addFacts, factsOfCase, factsOfHousehold } from './record-facts.ts'
export {
  addMember,
  createHousehold,
  type NewHousehold,
  type NewMember,
  type RegisteredHousehold,
  registerFamily,
} from './register-household.ts'
export { searchHouseholds } from './search-households.ts'
export { type SimilarPerson, similarPersons } from './similar-persons.ts'

// Who signs in is told for which households; identity stands to the left and cannot ask for their names.
provideHouseholds(async (work, householdIds) => {
  const rows = await findHouseholds(work, householdIds)
  return rows.map(({ id, number, head_name }) => ({ id, number, headName: head_name }))
})

export const registry: Module = {
  name: 'registry',
  routes,
  problems: problems.catalogue,
  constraints: {
    person_identity_once: 'registry.person-elsewhere',
    bank_account_two_persons: 'registry.same-person',
  },
}
