import type { Profile } from './profile.ts'

/** The profiles that come with the program. */
export const allProfiles: readonly Profile[] = []
