/** `김영희` → `김*희`, `이철` → `이*`, `남궁민수` → `남**수`: how Korean slips hide a name. */
export const maskName = (name: string): string => {
  const letters = Array.from(name.trim())
  if (letters.length <= 1) return letters.length === 0 ? '' : '*'
  if (letters.length === 2) return `${letters[0]}*`
  return `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`
}
