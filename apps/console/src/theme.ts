/**
 * Ink-blue on quiet paper, hairlines, seal red only where something was decided or time runs out. The one source of
 * every colour: Ant Design reads the tokens, our own styles read the custom properties made from the palette.
 */
import type { ThemeConfig } from 'antd'

/** Contrast on its ground in brackets; text needs 4.5, borders and marks 3. */
export const palette = {
  ink: '#1A222C', // text (16.0 on white)
  'ink-2': '#4A5563', // secondary text, never lighter (7.6)
  ground: '#F2F5F8',
  surface: '#FFFFFF',
  blue: '#0B4F8A', // links, primary (8.4)
  'blue-deep': '#083A66', // band, pressed (11.6 with white)
  'blue-tint': '#E7F0F8', // chosen rows (7.3 with blue)
  'blue-pale': '#CFE3F3', // secondary text on the band (8.8 on blue-deep)
  seal: '#A8281C', // decision seal, overdue, destructive (7.0)
  'seal-tint': '#FBEAE7',
  green: '#1B6B45', // done, paid (6.5)
  'green-tint': '#E5F3EB',
  amber: '#8A4B00', // waiting, due soon (6.2 on its tint)
  'amber-tint': '#FFF3DC',
  line: '#6E7885', // borders of controls (4.5)
  hairline: '#D8DEE6', // separators only
  focus: '#FFC53D',
} as const

const fonts =
  'system-ui, "PingFang SC", "HarmonyOS Sans SC", MiSans, "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif'

export const theme: ThemeConfig = {
  token: {
    colorPrimary: palette.blue,
    colorPrimaryHover: palette['blue-deep'],
    colorPrimaryActive: palette['blue-deep'],
    colorInfo: palette.blue,
    colorLink: palette.blue,
    colorLinkHover: palette['blue-deep'],
    colorError: palette.seal,
    colorErrorHover: '#8A1F15',
    colorErrorActive: '#8A1F15',
    colorSuccess: palette.green,
    colorWarning: palette.amber,
    colorText: palette.ink,
    colorTextSecondary: palette['ink-2'],
    colorTextTertiary: palette['ink-2'],
    colorTextDescription: palette['ink-2'],
    colorTextPlaceholder: '#5B6572',
    colorTextDisabled: '#5B6572',
    colorBgContainerDisabled: '#E9EDF1',
    colorBorder: palette.line,
    colorBorderDisabled: '#B4BCC6',
    colorBorderSecondary: palette.hairline,
    colorSplit: palette.hairline,
    colorBgLayout: palette.ground,
    fontFamily: fonts,
    fontSize: 14,
    lineHeight: 1.6,
    borderRadius: 4,
    borderRadiusLG: 8,
    controlHeight: 36,
    controlHeightSM: 28,
    motionDurationFast: '0.12s',
    motionDurationMid: '0.15s',
    motionDurationSlow: '0.2s',
    boxShadow: '0 6px 24px rgba(26, 34, 44, 0.18)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
    Tabs: { horizontalItemPadding: '10px 0', horizontalItemGutter: 20, itemColor: palette['ink-2'] },
    Drawer: { paddingLG: 20 },
  },
}

/** Gives our own style sheets the same colours. */
export function paint(root: HTMLElement): void {
  for (const [name, value] of Object.entries(palette)) root.style.setProperty(`--${name}`, value)
  root.style.setProperty('--fonts', fonts)
}
