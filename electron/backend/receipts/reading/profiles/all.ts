import general from '#resources/profiles/a-general.json' with { type: 'json' }
import franchise from '#resources/profiles/b-franchise.json' with { type: 'json' }
import deliveryApp from '#resources/profiles/c-delivery-app.json' with { type: 'json' }
import appOrder from '#resources/profiles/d-app-order.json' with { type: 'json' }
import kiosk from '#resources/profiles/e-kiosk.json' with { type: 'json' }
import mart from '#resources/profiles/f-mart.json' with { type: 'json' }
import cardSlip from '#resources/profiles/g-card-slip.json' with { type: 'json' }
import departmentStore from '#resources/profiles/h-department-store.json' with { type: 'json' }
import hotel from '#resources/profiles/i-hotel.json' with { type: 'json' }
import martDiscounts from '#resources/profiles/j-mart-discounts.json' with { type: 'json' }
import { type Profile, profileFrom } from './profile.ts'
import { type ProfileData, profileSchema } from './schema.ts'

const files: readonly unknown[] = [
  general,
  franchise,
  deliveryApp,
  appOrder,
  kiosk,
  mart,
  cardSlip,
  departmentStore,
  hotel,
  martDiscounts,
]

/** The profiles that come with the program, checked by their schema. */
export const profileData: readonly ProfileData[] = files.map((file) => profileSchema.parse(file))

/** The same, ready to read with; the first that recognises a paper is used. */
export const allProfiles: readonly Profile[] = profileData.map(profileFrom)
