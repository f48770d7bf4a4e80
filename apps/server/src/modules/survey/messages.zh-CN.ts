/** What people read when the survey module says no. */
import type { SurveyProblem } from './problems.ts'

export const messagesZh: Readonly<Record<SurveyProblem, string>> = {
  'survey.two-different': '入户要两个人一起去，请选两个不同的人',
  'survey.not-a-surveyor': '选的人不能在这个村入户，请换一位',
  'survey.approver-cannot-visit': '审批人不能入户调查，请换一位',
  'survey.day-passed': '入户日期已经过了，请选今天或以后',
  'survey.case-closed': '这件事已经办结，不再记录',
  'survey.listed-twice': '同一件事写了两遍，请留一个',
  'survey.not-a-member': '表里写的人不在这家，请再看一遍',
  'survey.in-the-future': '入户日期还没到，请看看手机上的时间',
  'survey.version-unknown': '手机上的记录比系统的还新，请先同步再保存',
  'survey.photo-missing': '有照片或签名还没传上来，请先传照片',
  'survey.photo-altered': '照片和拍的时候不一样了，请重新拍一张',
  'survey.no-conflict': '这份记录已经处理过了',
  'survey.undecided': '还有对不上的地方没选，请一处一处选好',
}
