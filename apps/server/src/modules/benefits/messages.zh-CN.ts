/** What the benefits module says, in Chinese. */
export const zh = {
  'benefits.already-held': '这户的待遇已经暂停发放，不用再暂停一次。',
  'benefits.not-held': '这户的待遇没有暂停，不需要恢复。',
  'benefits.ended': '这户的待遇已经停止，不能再暂停或恢复。',
} as const
