/** Where a value or rule is written. `document` is the id of a document that the pack declares. */
export interface Citation {
  readonly document: string
  /** The document's full title with number, filled in by the loader so that a trace can be read alone. */
  readonly title: string
  readonly clause: string
  /** 待核: somebody has to look again. */
  readonly unverified?: boolean
  readonly note?: string
}

export interface Wording {
  readonly 'zh-CN': string
  readonly en: string
}
