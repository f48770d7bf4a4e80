/** XML text → a tree of elements by local name. Strict: what is not well-formed is refused with line and column. */
import { SaxesParser } from 'saxes'

export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
  /** Text directly inside, without that of children. */
  readonly text: string
}

interface OpenElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Element[]
  text: string
}

const deepest = 200

/** Documents describe only themselves: entities other than XML's own five are not resolved, so nothing is fetched or multiplied. */
export function readXml(text: string): Element {
  const parser = new SaxesParser({ xmlns: true })
  const open: OpenElement[] = []
  let root: Element | null = null
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', tag => {
    if (open.length > deepest) parser.fail('elements are nested too deeply')
    const attributes = new Map(Object.values(tag.attributes).map(({ local, value }) => [local, value]))
    open.push({ name: tag.local, attributes, children: [], text: '' })
  })
  const addText = (added: string) => {
    const current = open.at(-1)
    if (current) current.text += added
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const closed = open.pop()!
    const parent = open.at(-1)
    if (parent) parent.children.push(closed)
    else root = closed
  })
  parser.write(text.replace(/^\uFEFF/, '')).close()
  if (root === null) throw new Error('no element')
  return root
}

export function childrenOf(element: Element, name: string): readonly Element[] {
  return element.children.filter(child => child.name === name)
}

export function childOf(element: Element, name: string): Element | undefined {
  return element.children.find(child => child.name === name)
}

/** The trimmed text of a child, or null where there is none. */
export function textOf(element: Element | undefined, name: string): string | null {
  const child = element && childOf(element, name)
  return child ? child.text.trim() : null
}
