import { groupName } from '#shared/segments/group-sentence.ts'
import type { Words } from '../../app/words.ts'

/** A group's name in the language of the screen: the shop's own, or that of the ready ones. */
export const segmentName = (
  { t }: Words,
  group: { readonly id: number; readonly name: string | null },
): string => groupName(group.id, group.name, t)
