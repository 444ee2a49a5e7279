/**
 * Columns on a receipt printer: a half-width character takes one, Hangul and everything else
 * that CP949 holds in two bytes takes two.
 */
export const displayWidth = (text: string): number => {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

export const characterWidth = (character: string): 1 | 2 => ((character.codePointAt(0) ?? 0) < 0x80 ? 1 : 2)
