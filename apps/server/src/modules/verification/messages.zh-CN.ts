/** What people read when the verification module says no. */
import type { VerificationProblem } from './problems.ts'

export const messagesZh: Readonly<Record<VerificationProblem, string>> = {
  'verification.not-a-member': '这个人不在这次申请的家人里，请再看一遍',
  'verification.signed-name-differs': '签的名字和本人对不上，请本人重新签',
  'verification.guardian-signs': '孩子由监护人签，大人要自己签',
  'verification.consent-ended': '这份授权书已经撤回或换了新的',
  'verification.nobody-consented': '还没有人签授权书，不能核对；请先让家人签',
  'verification.round-running': '上一次核对还有部门没回复，请等一等',
  'verification.nothing-to-retry': '没有需要重问的，只能重问没回复的部门',
  'verification.consent-not-valid': '授权书撤回了或过期了，不能再核对；请重新签',
  'verification.case-closed': '这件事已经办结，不能再核对',
  'verification.resolved': '这条差异已经处理过了',
}
