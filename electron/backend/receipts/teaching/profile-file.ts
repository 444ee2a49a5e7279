import { DangolError } from '#shared/errors.ts'
import { allProfiles } from '../reading/profiles/all.ts'
import { type ProfileData, profileSchema } from '../reading/profiles/schema.ts'
import { isPlainPattern } from './fingerprint.ts'

const format = 'dangol-layout'
const longestName = 40

/** A profile as a file: JSON with the name of its format, readable by people. */
export const profileText = (profile: ProfileData): string =>
  `${JSON.stringify({ format, version: 1, profile }, null, 2)}\n`

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new DangolError('teaching.bad-profile', {}, { cause: error })
  }
}

/**
 * Reads a profile file. Throws `teaching.bad-profile` for anything else, and for patterns that could take long to
 * look for: a file from elsewhere may hold anything.
 */
export const profileIn = (text: string): ProfileData => {
  const file = parsed(text)
  const isOurs = typeof file === 'object' && file !== null && 'format' in file && file.format === format
  if (!isOurs || !('version' in file) || file.version !== 1 || !('profile' in file)) {
    throw new DangolError('teaching.bad-profile')
  }
  const checked = profileSchema.safeParse(file.profile)
  if (!checked.success) throw new DangolError('teaching.bad-profile')
  const { data } = checked
  const name = data.name.normalize('NFC').trim()
  const usable = name !== '' && name.length <= longestName && data.taught !== undefined
  if (!usable || !data.fingerprint.every(isPlainPattern)) throw new DangolError('teaching.bad-profile')
  return { ...data, name }
}

/** Throws `teaching.name-taken` where a profile of the program itself is called so. */
export const refuseKnownName = ({ name }: ProfileData): void => {
  if (allProfiles.some((profile) => profile.name === name)) throw new DangolError('teaching.name-taken')
}
