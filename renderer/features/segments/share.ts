/** Percent of all, as people say it: whole from ten on, with one decimal below. */
export const shareOf = (part: number, all: number): string => {
  if (all === 0 || part === 0) return '0'
  const percent = (part / all) * 100
  return percent < 10 ? String(Number(percent.toFixed(1))) : String(Math.round(percent))
}
