import { expect, it } from 'vitest'
import { startOpenLab } from '../../helpers/backend-lab.ts'
import { termsToSave } from './some-terms.ts'

it('a kind of coupon for a tier that is not there is refused in words', async () => {
  const lab = await startOpenLab()
  expect(await lab.refused('coupons.saveKind', { kindId: null, terms: termsToSave({ tierId: 7 }) })).toEqual({
    code: 'tier.not-found',
    params: {},
  })
})
