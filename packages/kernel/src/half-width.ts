/**
 * Full-width forms that Chinese input methods produce where a machine wants ASCII: １２３ → 123, Ａ → A, － → -,
 * the ideographic space → a plain one. Nothing else is folded; look-alikes of other scripts stay and get refused.
 */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
}
