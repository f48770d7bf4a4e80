/** Refusals about policy editions in English. */
import type { messagesZh } from './messages.zh-CN.ts'

export const messagesEn: { readonly [code in keyof typeof messagesZh]: string } = {
  'policies.edition-unknown': 'The policy edition of that time was not found',
  'policies.edition-altered':
    'The stored policy text was changed and cannot be used to work the decision out again. Call the audit administrator',
  'policies.pack-unknown': 'There is no policy pack {pack}',
  'policies.parameter-unknown': 'This policy pack has no “{parameter}”',
  'policies.rule-unknown': 'The programme has no rule “{rule}”',
  'policies.draft-unknown': 'The draft was not found, or lies outside your area',
  'policies.draft-state': 'The draft is not in a state that allows this',
  'policies.draft-changed': 'The draft was changed just now; look at it again first',
  'policies.not-author': 'Only its author changes, submits and withdraws a draft',
  'policies.same-person': 'Who wrote a draft does not release it; somebody else does',
  'policies.draft-refused': 'The draft is refused in {count} places: {first}',
  'policies.starts-in-past': 'Some changes begin before today; the policy chief has to release them',
  'policies.no-procedure': 'There was no procedure for this aid on that day yet',
  // The policy language's own refusals pass through this module.
  'policy.pack-unknown': 'There is no policy pack {pack}',
  'policy.programme-unknown': 'The policy pack {pack} does not offer this programme',
  'policy.pack-invalid': 'The policy pack {pack} has errors; check it first to see where',
  'policy.date-invalid': 'There is no such day: {date}',
  'policy.override-unknown': 'There is no parameter {parameter}',
  'policy.override-invalid': 'Parameter {parameter} cannot be {value}',
  'policy.parameter-unset':
    '“{parameter}” has not been set, so nothing can be computed. The policy officer sets it first',
  'policy.parameter-before-first-date': '“{parameter}” has values from {firstDate} on, none for this day',
  'policy.rule-before-first-date': 'The rule “{rule}” was not yet in force on this day',
  'policy.situation-invalid': 'Some facts about the family are missing or do not fit; they are marked',
  'policy.amount-not-whole-fen': 'The amount comes to a part of a fen; the policy officer should look at the rounding',
  'policy.fact-undetermined': '“{field}” has not been found out yet; the computation waits for it',
}
