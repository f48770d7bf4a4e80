/** Refusals about policy editions in plain words. */
export const messagesZh = {
  'policies.edition-unknown': '没有找到当时用的那一版政策',
  'policies.edition-altered': '存下来的政策文本被改动过，不能用来复算。请马上联系审计管理员',
  'policies.no-procedure': '这一天还没有这项救助的办理流程',
  // The policy language's own refusals pass through this module.
  'policy.pack-unknown': '没有这个政策包：{pack}',
  'policy.programme-unknown': '政策包 {pack} 里没有这项救助',
  'policy.pack-invalid': '政策包 {pack} 有错误，请先用“检查政策包”看看错在哪里',
  'policy.date-invalid': '没有这一天：{date}',
  'policy.override-unknown': '没有这个参数：{parameter}',
  'policy.override-invalid': '参数 {parameter} 不能这样填：{value}',
  'policy.parameter-unset': '还没有设定“{parameter}”，算不出来。请政策管理员先填好再算',
  'policy.parameter-before-first-date': '“{parameter}”从 {firstDate} 起才有数，这一天还没有',
  'policy.rule-before-first-date': '规则“{rule}”这一天还没有开始执行',
  'policy.situation-invalid': '家庭情况有几处不完整或对不上，已经标出来了',
  'policy.amount-not-whole-fen': '算出的金额不到整分，请政策管理员检查取整办法',
  'policy.fact-undetermined': '“{field}”还没有查清，查清以后才能算',
}
