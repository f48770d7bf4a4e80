/** Places in a sentence: `{名称}` is a value with its unit, `{名称#}` the bare number. */
export const place = /\{([^{}#]+)(#?)\}/g

export function placesIn(text: string): string[] {
  return [...text.matchAll(place)].map(match => match[1]!)
}
