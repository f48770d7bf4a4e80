/** What the publicity module says, in Chinese. */
export const zh = {
  'publicity.other-assessment': '公示的内容要和提出的审核意见一致。请刷新后用最新的意见公示。',
  'publicity.no-period': '本地办理程序没有设定公示天数，不能公示。请联系政策管理人员。',
  'publicity.no-adult': '这户没有可以公示姓名的成年人，不能张贴公示。未成年人的姓名不公示。',
  'publicity.notice-gone': '这份公示已经结束，或者不存在。',
  'publicity.not-hanging': '这份公示已经结束或撤回，不能再这样操作。',
  'publicity.not-a-photo': '这张照片不属于这件申请，请重新选择。',
  'publicity.enough-objections': '这份公示已经收到很多异议，正在核实。有新情况请打公示上的电话。',
  'publicity.already-answered': '这条异议已经答复过了。',
} as const
