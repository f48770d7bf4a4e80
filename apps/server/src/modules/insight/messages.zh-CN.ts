/** What the insight module says, in Chinese. */
export const zh = {
  'insight.simulation-unknown': '没有找到这次测算。',
  'insight.draft-released': '草案“{title}”已经发布，现行规则里就有它，不用再测算。',
  'insight.draft-faulty': '草案“{title}”有错，还不能测算：{first}。请先在“标准与政策”里改好。',
  'insight.draft-elsewhere': '草案“{title}”改的是规则包 {pack}，管不到这个地区，请换一个草案。',
} as const
