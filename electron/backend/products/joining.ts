/** A product and what it is shown as. */
export interface Standing {
  readonly id: number
  readonly stands_for: number
}

export interface Move {
  readonly id: number
  readonly before: number
  readonly after: number
}

/** All that is shown as any of `from` becomes shown as `into`. @param all every product that is shown as one of them. */
export const joined = (all: readonly Standing[], into: number, from: readonly number[]): Move[] => {
  const head = all.find(({ id }) => id === into)?.stands_for ?? into
  const heads = new Set(from.map((id) => all.find((one) => one.id === id)?.stands_for ?? id))
  return all
    .filter(({ stands_for: shown }) => heads.has(shown) && shown !== head)
    .map(({ id, stands_for: before }) => ({ id, before, after: head }))
}

/**
 * One spelling goes its own way. Where it is the one that the others are shown as, they are shown as the first of the
 * rest from now on.
 * @param group all that are shown as one product.
 */
export const split = (group: readonly Standing[], id: number): Move[] => {
  const rest = group.filter((one) => one.id !== id)
  const own = group.find((one) => one.id === id)
  if (own === undefined || rest.length === 0) return []
  if (own.stands_for !== id) return [{ id, before: own.stands_for, after: id }]
  const head = Math.min(...rest.map((one) => one.id))
  return rest.map((one) => ({ id: one.id, before: one.stands_for, after: head }))
}
