import type { MethodName } from './contract/names.ts'

/** People with a PIN of their own. */
export const personRoles = ['staff', 'manager', 'owner'] as const
export type PersonRole = (typeof personRoles)[number]

/** `counter` is the open counter, where nobody has said who they are. Each may do what those before it may. */
export const roles = ['counter', ...personRoles] as const
export type Role = (typeof roles)[number]

export const mayActAs = (role: Role, wanted: Role): boolean => roles.indexOf(role) >= roles.indexOf(wanted)

/** What the access log writes of a call: the law asks for who, when, from where, whose data and what was done. */
export type AccessAction = 'read' | 'change' | 'print' | 'export'

export interface MethodRule {
  readonly who: Role
  readonly log?: AccessAction
}

const counter: MethodRule = { who: 'counter' }
const staff: MethodRule = { who: 'staff' }
const manager: MethodRule = { who: 'manager' }
const owner: MethodRule = { who: 'owner' }
const logged = (rule: MethodRule, log: AccessAction): MethodRule => ({ ...rule, log })

/**
 * Who may call what once the shop has people with PINs, and what the access log keeps of it; the router asks this table
 * before anything else. `customerId` of the input (or `customerIds`) says whose data it is.
 */
export const methodRules: Readonly<Record<MethodName, MethodRule>> = {
  'app.status': counter,
  'shop.get': counter,
  'shop.save': owner,
  'ledger.create': counter,
  'ledger.confirmRecovery': counter,
  'ledger.openDemo': counter,
  'ledger.leaveDemo': counter,
  'ledger.unlock': counter,
  'ledger.unlockWithRecovery': counter,
  'ledger.lock': counter,
  'ledger.setUnattendedStart': owner,
  'door.status': counter,
  'door.enter': counter,
  'door.enterByPassphrase': counter,
  'door.leave': counter,
  'door.saveSettings': owner,
  'people.list': manager,
  'people.add': owner,
  'people.change': owner,
  'people.changes': owner,
  'access.list': logged(owner, 'read'),
  'access.months': owner,
  'access.tick': owner,
  'access.verify': owner,
  'customers.search': counter,
  'customers.card': logged(counter, 'read'),
  'customers.join': logged(counter, 'change'),
  'customers.edit': logged(staff, 'change'),
  'customers.consentWording': counter,
  'receipts.recent': counter,
  'receipts.paper': staff,
  'review.list': staff,
  'review.paper': staff,
  'review.dismiss': staff,
  'teaching.preview': manager,
  'teaching.tryOn': manager,
  'teaching.save': manager,
  'teaching.list': manager,
  'teaching.remove': manager,
  'teaching.export': manager,
  'teaching.import': manager,
  'teaching.correct': manager,
  'sheets.describe': logged(staff, 'read'),
  'sheets.rows': staff,
  'sheets.count': staff,
  'sheets.totals': staff,
  'sheets.edit': logged(staff, 'change'),
  'sheets.history': staff,
  'sheets.undo': logged(staff, 'change'),
  'sheets.redo': logged(staff, 'change'),
  'sheets.tag': logged(staff, 'change'),
  'sheets.givePoints': logged(manager, 'change'),
  'sheets.export': logged(manager, 'export'),
  'sheets.reveal': logged(manager, 'read'),
  'sheets.conceal': staff,
  'sheets.views': staff,
  'sheets.saveView': staff,
  'sheets.removeView': manager,
  'analytics.sales': staff,
  'analytics.heat': staff,
  'analytics.productHours': staff,
  'analytics.ranking': staff,
  'analytics.guests': staff,
  'analytics.intervals': staff,
  'analytics.cohorts': staff,
  'analytics.top': staff,
  'analytics.behind': logged(staff, 'read'),
  'analytics.receiptsBehind': staff,
  'analytics.evening': logged(staff, 'read'),
  'analytics.span': staff,
  'analytics.state': staff,
  'analytics.check': manager,
  'analytics.stop': manager,
  'analytics.savePicture': logged(manager, 'export'),
  'analytics.saveReport': logged(manager, 'export'),
  'counter.attach': logged(counter, 'change'),
  'counter.detach': logged(counter, 'change'),
  'counter.takeNext': counter,
  'counter.waiting': counter,
  'counter.today': counter,
  'slips.reprint': counter,
  'slips.recent': staff,
  'devices.ports': manager,
  'sources.list': counter,
  'sources.status': counter,
  'sources.save': manager,
  'sources.findSettings': manager,
  'sources.stopFinding': manager,
  'sources.remove': manager,
  'sources.importFile': manager,
  'printers.list': counter,
  'printers.status': counter,
  'printers.save': manager,
  'printers.remove': manager,
  'printers.test': manager,
  'segments.list': manager,
  'segments.count': logged(manager, 'read'),
  'segments.members': logged(manager, 'read'),
  'segments.save': manager,
  'segments.remove': manager,
  'segments.bringBack': manager,
  'segments.compare': manager,
  'segments.history': logged(manager, 'read'),
  'segments.flow': manager,
  'segments.settings': manager,
  'segments.saveSettings': owner,
  'openExport.run': logged(owner, 'export'),
  'openExport.progress': owner,
  'openExport.cancel': owner,
  'backup.settings': manager,
  'backup.saveSettings': owner,
  'backup.targets': manager,
  'backup.progress': counter,
  'backup.run': logged(staff, 'export'),
  'backup.cancel': staff,
  'backup.copies': manager,
  'backup.verify': manager,
  'backup.restore': counter,
}
