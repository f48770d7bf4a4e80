/** The journal's refusals in plain words. */
export const messagesZh = {
  'journal.checkpoint-contradicted': '留痕和以前留下的存证对不上，没有写入。请保留现场，马上联系审计管理员',
}
