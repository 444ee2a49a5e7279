import type { Reader } from '#backend/platform/db/statements.ts'
import { segmentCensus, segmentCount, segmentLimits, segmentMembers } from '#backend/segments/heavy.repo.ts'
import type { Heavy } from '#backend/segments/heavy.ts'

/** Without a thread of its own. */
export const directHeavy = (reader: Reader): Heavy => ({
  count: async (...given) => segmentCount(reader, ...given),
  members: async (...given) => segmentMembers(reader, ...given),
  membersLater: async (...given) => segmentMembers(reader, ...given),
  census: async (view) => segmentCensus(reader, view),
  limits: async (...given) => segmentLimits(reader, ...given),
})
