/** Refusals about policy editions in plain words. */
export const messagesZh = {
  'policies.edition-unknown': '没有找到当时用的那一版政策',
  'policies.edition-altered': '存下来的政策文本被改动过，不能用来复算。请马上联系审计管理员',
  'policies.no-procedure': '这一天还没有这项救助的办理流程',
}
