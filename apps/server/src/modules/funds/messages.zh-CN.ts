/** What the funds module says, in Chinese. */
export const zh = {
  'funds.budget-unknown': '本县（区）没有这笔预算。请从预算列表里重新选择。',
  'funds.budget-exceeded': '这笔预算余额不够，没有占用任何资金。请先追加预算，或换一笔预算再试。',
  'funds.nothing-allocated': '下达金额要大于 0。',
  'funds.no-shares': '各级分担比例不能全部是 0。请至少填写一级。',
  'funds.already-posted': '这件事已经记过账，不会重复记。',
} as const
