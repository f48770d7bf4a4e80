/** What the payments module says, in Chinese. */
export const zh = {
  'payments.nothing-to-pay': '这个月没有要发的了：在享家庭都已列入，或者暂缓（{held} 户）。',
  'payments.month-ahead': '最多提前一个月做发放批次。',
  'payments.wrong-budget': '这笔预算不是用于这个项目或这个年度的，请换一笔。',
  'payments.prepared-meanwhile': '刚才有人同时在做这个月的批次。请刷新后再看。',
  'payments.batch-unknown': '没有找到这个发放批次。',
  'payments.batch-state': '这个批次现在的状态不能这样操作。请刷新页面看最新状态。',
  'payments.same-person': '做批次的人不能自己复核。请换一位同事复核。',
  'payments.total-changed': '批次总额和您看到的不一样了。请刷新，核对后再复核。',
  'payments.award-held': '有 {count} 户的待遇已暂停或停止。请先把这几笔拿出来，再继续。',
  'payments.file-not-made': '送银行以后才有代发文件。',
  'payments.line-unknown': '没有找到这笔发放。',
  'payments.line-state': '这笔发放现在的状态不能这样操作。',
  'payments.last-line': '批次里只剩这一笔了，请直接取消整个批次。',
  'payments.not-returned': '只有被银行退回的，才能重新发放。',
  'payments.returned-twice': '这笔钱已经退回两次，请改用人工方式处理（联系本人、开户行）。',
  'payments.already-reissued': '这笔已经重新发放过，不会再发一次。',
  'payments.no-account': '这户还没有登记收款账户。请先登记账户。',
  'payments.account-not-corrected':
    '收款账户还是被银行退回的那个。请先更正账户；如果已在银行办好，请选定该账户再确认。',
  'payments.account-not-current': '选的账户不是这户现在的收款账户。请刷新后再选。',
  'payments.file-empty': '上传的文件是空的，请重新选择银行回盘文件。',
} as const
