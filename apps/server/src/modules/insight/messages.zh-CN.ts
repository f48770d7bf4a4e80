/** What the insight module says, in Chinese. */
export const zh = {
  'insight.simulation-unknown': '没有找到这次测算。',
} as const
