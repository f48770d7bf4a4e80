/** Short messages to the family's phone, in the house's spoken words. No amounts, no illness, no identity numbers. */
import { type CalendarDate, formatDate } from '@doudi/kernel'
import type { CaseRow } from './case-row.ts'

type Told = Pick<CaseRow, 'number' | 'state' | 'due_on'>

export const receivedText = ({ number }: Told) => `我们收到了您的低保申请，编号${number}。缺什么材料会一次告诉您。`

export const acceptedText = ({ number, due_on }: Told) =>
  `您的申请（编号${number}）已受理${due_on ? `，最迟${formatDate(due_on as CalendarDate)}答复您` : ''}。会有两个人上门看看。`

export const correctionText = ({ number, state }: Told) =>
  `您的申请（编号${number}）还缺${state.correction?.missing.length ?? 0}样材料，清单在“查进度”里，也可以打电话问镇里。`

export const approvedText = ({ number }: Told) => `您的申请（编号${number}）批准了。决定书和金额在“查进度”里。`

export const refusedText = ({ number }: Told) =>
  `您的申请（编号${number}）这次没有批准。原因和您可以怎么办，写在决定书里，也可以打电话问镇里。`
