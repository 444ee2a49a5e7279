import { accessHandlers } from './access/access.handlers.ts'
import { analyticsHandlers } from './analytics/analytics.handlers.ts'
import { backupHandlers } from './backup/backup.handlers.ts'
import { counterHandlers } from './counter/counter.handlers.ts'
import { couponsHandlers } from './coupons/coupons.handlers.ts'
import { customersHandlers } from './customers/customers.handlers.ts'
import { devicesHandlers } from './devices-handlers.ts'
import { guestHandlers } from './guest/guest.handlers.ts'
import type { HandlerParts } from './handler-parts.ts'
import type { Handlers } from './handlers.ts'
import { healthHandlers } from './health/health.handlers.ts'
import { labelsHandlers } from './labels/labels.handlers.ts'
import { ledgerHandlers } from './ledger-handlers.ts'
import { loyaltyHandlers } from './loyalty/loyalty.handlers.ts'
import { movingInHandlers } from './moving-in/moving-in.handlers.ts'
import { openExportHandlers } from './open-export/export.handlers.ts'
import { peopleHandlers } from './people/people.handlers.ts'
import { prepaidHandlers } from './prepaid/prepaid.handlers.ts'
import { productsHandlers } from './products/products.handlers.ts'
import { receiptsHandlers } from './receipts/receipts.handlers.ts'
import { teachingHandlers } from './receipts/teaching/teaching.handlers.ts'
import { segmentsHandlers } from './segments/segments.handlers.ts'
import { sheetsHandlers } from './sheets/sheets.handlers.ts'
import { shopHandlers } from './shop/shop.handlers.ts'
import { proofValues } from './slips/proof-slip.ts'
import { printUnkept } from './slips/slips.service.ts'
import { slipTemplatesHandlers } from './slips/templates/templates.handlers.ts'
import { slipsHandlers } from './slips-handlers.ts'
import { stampsHandlers } from './stamps/stamps.handlers.ts'
import { tiersHandlers } from './tiers/tiers.handlers.ts'

/** All methods of the contract. */
export const backendHandlers = (parts: HandlerParts): Handlers => {
  const open = () => parts.site().open()
  return {
    'app.status': () => parts.status(),
    // Main answers these itself; a backend without a window has no clipboard and no place among the system's programs.
    'app.copied': () => ({}),
    'app.startsWithPc': () => ({ on: null }),
    'app.chooseFolder': () => ({ path: null }),
    ...ledgerHandlers(parts),
    ...healthHandlers(() => open().health),
    ...openExportHandlers(() => open().openExport),
    ...peopleHandlers(
      () => open().staff.people,
      () => open().staff.doors,
      (passphrase) => parts.site().unlock({ passphrase }),
    ),
    ...accessHandlers(
      () => open().staff.access,
      () => open().staff.doors.person(),
      async () => (parts.status().demo ? [] : parts.backup.heads()),
    ),
    ...shopHandlers(() => open().shop, parts.changed),
    ...customersHandlers(
      () => open().customers,
      (customerId) => open().slipsOpen.personSlips.joined(customerId),
    ),
    ...movingInHandlers(() => open().movingIn),
    ...productsHandlers(() => open().products),
    ...receiptsHandlers(open),
    ...teachingHandlers(() => open().teaching),
    ...sheetsHandlers(() => open().sheets),
    ...labelsHandlers(() => open().labels),
    ...counterHandlers(() => open().counter),
    ...loyaltyHandlers(() => open().pointsDesk),
    ...prepaidHandlers(() => open().prepaid),
    ...slipsHandlers(() => open().slips),
    ...slipTemplatesHandlers(() => open().slipsOpen),
    ...devicesHandlers(() => parts.site()),
    ...analyticsHandlers(() => open().analytics),
    ...guestHandlers(parts.guest.screen, parts.guest.setting),
    ...segmentsHandlers(() => open().segments),
    ...tiersHandlers(() => open().rewards.tiers),
    ...stampsHandlers(() => open().rewards.stamps),
    ...couponsHandlers(() => open().rewards.coupons),
    ...backupHandlers({
      backup: parts.backup,
      isDemo: () => parts.status().demo,
      leaveDemo: () => parts.leaveDemo(),
      printProof: ({ at, customers, receipts, checkCode }) =>
        printUnkept(parts.own.devices.printers, 'other', (columns) => {
          const provenAt = parts.now()
          const shop = open().shop.get().name
          return open().slipsOpen.templates.draw(open().ledger.reader, {
            kind: 'proof',
            customerId: null,
            at: provenAt,
            own: proofValues({ shop, at, customers, receipts, checkCode, provenAt }),
            columns,
          })
        }),
    }),
  }
}
