import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTill } from '#backend/devices/simulated/receipt-bytes.ts'
import { type MethodName, methods } from '#shared/contract/index.ts'
import { methodNames } from '#shared/contract/names.ts'
import { type BackendLab, passphrase, startLab, startOpenLab } from '../helpers/backend-lab.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'
import { printerBytes } from '../helpers/printer-bytes.ts'
import { analyticsScenes } from './analytics-scenes.ts'
import { askingScenes } from './asking-scenes.ts'
import { backupScenes } from './backup-scenes.ts'
import { customerScenes } from './customer-scenes.ts'
import { guestScenes } from './guest-scenes.ts'
import { healthScenes } from './health-scenes.ts'
import { labelScenes } from './label-scenes.ts'
import { movingScenes } from './moving-scenes.ts'
import { openExportScenes } from './open-export-scenes.ts'
import { peopleScenes } from './people-scenes.ts'
import { pointsScenes } from './points-scenes.ts'
import { prepaidScenes } from './prepaid-scenes.ts'
import { productScenes } from './product-scenes.ts'
import { rewardScenes } from './reward-scenes.ts'
import { segmentScenes } from './segment-scenes.ts'
import { sheetsScenes } from './sheets-scenes.ts'
import { slipScenes } from './slip-scenes.ts'
import { slipTemplateScenes } from './slip-template-scenes.ts'
import { teachingScenes } from './teaching-scenes.ts'

/** Fails for every method: neither an object without fields nor no object at all is taken where fields are wanted. */
const badInputs: readonly unknown[] = [null, undefined, 'x', 7, [], { unexpected: true }]

const till = createTill({ seed: 3, returns: 0 })
const someReceipt = till.next(Date.now()).bytes
const nonsense = printerBytes('뜻 없는 종이 12,345', [0x0a], '알 수 없음 99,999', [0x0a, 0x1d, 0x56, 0x00])

interface Scene extends BackendLab {
  readonly recoveryCode: string
  readonly receiptId: number
  readonly paperId: number
  readonly customerId: number
  readonly slipId: number
}

const importOf = (bytes: Uint8Array) => ({
  name: 'pos.bin',
  base64: Buffer.from(bytes).toString('base64'),
  encoding: 'cp949' as const,
})

/** Made once; each scene is a copy of it, for making a ledger is slow on purpose. */
let original: Omit<Scene, keyof BackendLab> & { readonly folder: string }

beforeAll(async () => {
  const lab = await startOpenLab({
    folder: mkdtempSync(join(tmpdir(), 'dangol-scene-')),
    closedByTest: false,
  })
  await lab.call('printers.save', screen)
  await lab.call('sources.importFile', importOf(someReceipt))
  await lab.call('sources.importFile', importOf(nonsense))
  const { customerId } = await lab.call('customers.join', person('김영희', '01000005678'))
  const [receipt] = await lab.call('receipts.recent', { limit: 1 })
  const [review] = await lab.call('review.list', {})
  const receiptId = receipt?.id ?? 0
  const { slip } = await lab.call('counter.attach', { receiptId, customerId, print: true })
  await lab.close()
  const { folder, recoveryCode } = lab
  original = {
    folder,
    recoveryCode,
    customerId,
    receiptId,
    paperId: review?.paperId ?? 0,
    slipId: slip?.id ?? 0,
  }
})
afterAll(() => rmSync(original.folder, { recursive: true, force: true }))

/** An open shop in which there is one of everything. */
const scene = async (): Promise<Scene> => {
  const folder = temporaryFolder()
  cpSync(original.folder, folder, { recursive: true })
  const lab = await startLab({ folder })
  await lab.call('ledger.unlock', { passphrase })
  return { ...original, ...lab }
}

const person = (name: string, phone: string) => ({
  name,
  phone,
  memo: '',
  consent: { required: true as const, marketing: true },
})
const screen = { id: 'screen', name: '화면', enabled: true, columns: 42 as const, kind: 'screen' as const }
const file = {
  id: 'stick',
  name: 'USB',
  enabled: true,
  kind: 'file' as const,
  encoding: 'cp949' as const,
  idleGapMs: 500,
}

/** A good call of every method and what it answers; one that is missing here fails the test. */
const good: { readonly [M in MethodName]: (lab: Scene) => Promise<unknown> } = {
  'app.status': async (lab) => {
    expect(await lab.call('app.status', {})).toMatchObject({
      phase: 'open',
      shopName: '시험가게',
      demo: false,
    })
  },
  ...healthScenes,
  ...slipTemplateScenes,
  ...guestScenes,
  ...openExportScenes,
  ...peopleScenes,
  ...customerScenes,
  ...askingScenes,
  'app.chooseFolder': async (lab) => {
    expect(await lab.call('app.chooseFolder', {})).toEqual({ path: null })
  },
  'app.startsWithPc': async (lab) => {
    expect(await lab.call('app.startsWithPc', { on: true })).toEqual({ on: null })
  },
  'app.copied': async (lab) => {
    expect(await lab.call('app.copied', {})).toEqual({})
  },
  'ledger.changePassphrase': async (lab) => {
    const newPassphrase = '새로 정한 암호 77'
    expect(await lab.refused('ledger.changePassphrase', { passphrase: 'x', newPassphrase })).toMatchObject({
      code: 'ledger.wrong-passphrase',
    })
    await lab.call('ledger.changePassphrase', { passphrase, newPassphrase })
    await lab.call('ledger.lock', {})
    await lab.call('ledger.unlock', { passphrase: newPassphrase })
  },
  'ledger.newRecoveryCode': async (lab) => {
    const { recoveryCode } = await lab.call('ledger.newRecoveryCode', { passphrase })
    expect(recoveryCode).not.toBe(lab.recoveryCode)
    await lab.call('ledger.confirmRecovery', { recoveryCode: lab.recoveryCode })
  },
  'ledger.takeRecoveryCode': async (lab) => {
    expect(await lab.refused('ledger.takeRecoveryCode', { recoveryCode: lab.recoveryCode })).toMatchObject({
      code: 'ledger.wrong-recovery-code',
    })
    const { recoveryCode } = await lab.call('ledger.newRecoveryCode', { passphrase })
    await lab.call('ledger.takeRecoveryCode', { recoveryCode })
    expect(await lab.call('app.status', {})).toMatchObject({ phase: 'open' })
  },
  'shop.get': async (lab) => {
    expect(await lab.call('shop.get', {})).toMatchObject({ name: '시험가게', pointsRateBp: 100 })
  },
  'shop.save': async (lab) => {
    const shop = await lab.call('shop.get', {})
    await lab.call('shop.save', { ...shop, name: '새 이름', pointsRateBp: 300 })
    expect(await lab.call('shop.get', {})).toMatchObject({ name: '새 이름', pointsRateBp: 300 })
    expect(lab.told('app.changed').at(-1)?.shopName).toBe('새 이름')
  },
  'ledger.create': async (lab) => {
    expect(await lab.refused('ledger.create', { shopName: 'x', passphrase })).toMatchObject({
      code: 'ledger.exists',
    })
  },
  'ledger.confirmRecovery': async (lab) => {
    await lab.call('ledger.confirmRecovery', { recoveryCode: lab.recoveryCode.toLowerCase() })
  },
  'ledger.openDemo': async (lab) => {
    await lab.call('ledger.openDemo', {})
    expect(await lab.call('app.status', {})).toMatchObject({ demo: true, phase: 'open' })
  },
  'ledger.leaveDemo': async (lab) => {
    await lab.call('ledger.leaveDemo', {})
    expect(await lab.call('app.status', {})).toMatchObject({
      demo: false,
      phase: 'open',
      shopName: '시험가게',
    })
  },
  'ledger.unlock': async (lab) => {
    await lab.call('ledger.lock', {})
    await lab.call('ledger.unlock', { passphrase })
    expect(await lab.call('app.status', {})).toMatchObject({ phase: 'open' })
  },
  'ledger.unlockWithRecovery': async (lab) => {
    await lab.call('ledger.lock', {})
    const newPassphrase = '잊지 않을 새 암호 2026'
    await lab.call('ledger.unlockWithRecovery', { recoveryCode: lab.recoveryCode, newPassphrase })
    await lab.call('ledger.lock', {})
    expect(await lab.refused('ledger.unlock', { passphrase })).toMatchObject({
      code: 'ledger.wrong-passphrase',
    })
    await lab.call('ledger.unlock', { passphrase: newPassphrase })
  },
  'ledger.lock': async (lab) => {
    await lab.call('ledger.lock', {})
    expect(await lab.call('app.status', {})).toMatchObject({ phase: 'locked', shopName: null })
    expect(await lab.refused('customers.search', { query: '1' })).toMatchObject({ code: 'ledger.locked' })
  },
  'ledger.setUnattendedStart': async (lab) => {
    expect(await lab.refused('ledger.setUnattendedStart', { on: true })).toMatchObject({
      code: 'ledger.keychain-away',
    })
    await lab.call('ledger.setUnattendedStart', { on: false })
  },
  'customers.search': async (lab) => {
    expect(await lab.call('customers.search', { query: 'ㄱㅇㅎ' })).toHaveLength(1)
  },
  'customers.card': async (lab) => {
    expect(await lab.call('customers.card', { customerId: lab.customerId })).toMatchObject({
      name: '김영희',
      visits: 1,
    })
    expect(await lab.refused('customers.card', { customerId: 1 })).toMatchObject({
      code: 'customer.not-found',
    })
  },
  'customers.join': async (lab) => {
    const again = await lab.refused('customers.join', person('박철수', '010-0000-5678'))
    expect(again.code).toBe('customer.phone-taken')
    const wrong = await lab.refused('customers.join', person('박철수', '12'))
    expect(wrong.code).toBe('customer.phone-invalid')
  },
  'customers.edit': async (lab) => {
    const { customerId } = lab
    await lab.call('customers.edit', { customerId, name: '김영화', phone: '', memo: '창가' })
    expect(await lab.call('customers.card', { customerId })).toMatchObject({
      name: '김영화',
      memo: '창가',
      maskedPhone: '****-5678',
    })
  },
  'customers.consentWording': async (lab) => {
    const wording = await lab.call('customers.consentWording', {})
    expect(wording.required).toContain('동의하지 않을 수 있어요')
    expect(wording.marketing).not.toBe('')
  },
  'receipts.recent': async (lab) => {
    expect(await lab.call('receipts.recent', { limit: 10 })).toHaveLength(1)
  },
  'receipts.paper': async (lab) => {
    const paper = await lab.call('receipts.paper', { receiptId: lab.receiptId })
    expect(paper.lines.some((line) => line.text.includes('합계'))).toBe(true)
  },
  'review.list': async (lab) => {
    expect(await lab.call('review.list', {})).toHaveLength(1)
  },
  'review.paper': async (lab) => {
    const paper = await lab.call('review.paper', { paperId: lab.paperId })
    expect(paper.lines.map((line) => line.text)).toContain('뜻 없는 종이 12,345')
    expect(await lab.refused('review.paper', { paperId: 1 })).toMatchObject({ code: 'paper.not-found' })
  },
  'review.dismiss': async (lab) => {
    await lab.call('review.dismiss', { paperId: lab.paperId })
    expect(await lab.call('review.list', {})).toEqual([])
    expect(lab.told('review.changed').at(-1)).toEqual({ count: 0 })
    expect(await lab.call('review.paper', { paperId: lab.paperId })).toMatchObject({ paperId: lab.paperId })
  },
  'counter.attach': async (lab) => {
    const { customerId } = await lab.call('customers.join', person('이다른', '01000001111'))
    const other = await lab.refused('counter.attach', { receiptId: lab.receiptId, customerId, print: false })
    expect(other.code).toBe('receipt.attached-elsewhere')
    const none = await lab.refused('counter.attach', { receiptId: 1, customerId, print: false })
    expect(none.code).toBe('receipt.not-found')
  },
  'counter.detach': async (lab) => {
    await lab.call('counter.detach', { receiptId: lab.receiptId })
    expect(await lab.call('customers.card', { customerId: lab.customerId })).toMatchObject({
      points: 0,
      visits: 0,
    })
    expect(await lab.refused('counter.detach', { receiptId: lab.receiptId })).toMatchObject({
      code: 'receipt.not-attached',
    })
  },
  'counter.takeNext': async (lab) => {
    await lab.call('counter.takeNext', { customerId: lab.customerId, print: false })
    await lab.call('counter.takeNext', { customerId: null, print: false })
    expect(lab.told('counter.waitingChanged')).toEqual([{ customerId: lab.customerId }, { customerId: null }])
    const unknown = await lab.refused('counter.takeNext', { customerId: 1, print: false })
    expect(unknown.code).toBe('customer.not-found')
  },
  'counter.waiting': async (lab) => {
    expect(await lab.call('counter.waiting', {})).toBeNull()
  },
  'counter.today': async (lab) => {
    expect(await lab.call('counter.today', {})).toMatchObject({ review: 1 })
  },
  ...slipScenes,
  'devices.ports': async (lab) => {
    expect(Array.isArray(await lab.call('devices.ports', {}))).toBe(true)
  },
  'sources.list': async (lab) => {
    expect(await lab.call('sources.list', {})).toEqual([])
  },
  'sources.status': async (lab) => {
    expect(await lab.call('sources.status', {})).toEqual([])
  },
  'sources.save': async (lab) => {
    await lab.call('sources.save', file)
    expect(await lab.call('sources.list', {})).toEqual([file])
  },
  'sources.findSettings': async (lab) => {
    const refused = await lab.refused('sources.findSettings', { path: '/dev/not-there' })
    expect(refused).toMatchObject({ code: 'source.port-away', params: { path: '/dev/not-there' } })
  },
  'sources.stopFinding': async (lab) => {
    await lab.call('sources.stopFinding', {})
    expect(lab.told('source.search')).toEqual([])
  },
  'sources.remove': async (lab) => {
    await lab.call('sources.save', file)
    await lab.call('sources.remove', { id: 'stick' })
    expect(await lab.refused('sources.remove', { id: 'stick' })).toMatchObject({ code: 'source.not-found' })
  },
  'sources.importFile': async (lab) => {
    const counts = await lab.call('sources.importFile', importOf(till.next(Date.now() - 30_000).bytes))
    expect(counts).toEqual({ papers: 1, receipts: 1, review: 0 })
    const again = await lab.call('sources.importFile', importOf(someReceipt))
    expect(again).toEqual({ papers: 0, receipts: 0, review: 0 })
    const bad = await lab.refused('sources.importFile', { ...importOf(someReceipt), base64: '§' })
    expect(bad.code).toBe('source.file-unreadable')
  },
  'printers.list': async (lab) => {
    expect(await lab.call('printers.list', {})).toEqual([screen])
  },
  'printers.status': async (lab) => {
    expect(await lab.call('printers.status', {})).toMatchObject([{ id: 'screen' }])
  },
  'printers.queues': async (lab) => {
    expect(Array.isArray(await lab.call('printers.queues', {}))).toBe(true)
  },
  'printers.save': async (lab) => {
    await lab.call('printers.save', { ...screen, columns: 32 })
    expect(await lab.call('printers.list', {})).toMatchObject([{ columns: 32 }])
  },
  'printers.remove': async (lab) => {
    await lab.call('printers.remove', { id: 'screen' })
    expect(await lab.call('printers.list', {})).toEqual([])
    expect(await lab.refused('printers.remove', { id: 'screen' })).toMatchObject({
      code: 'printer.not-found',
    })
  },
  'printers.test': async (lab) => {
    await lab.call('printers.test', { id: 'screen' })
    expect(await lab.refused('printers.test', { id: 'nobody' })).toMatchObject({ code: 'printer.not-found' })
  },
  ...rewardScenes,
  ...prepaidScenes,
  ...pointsScenes,
  ...segmentScenes,
  ...backupScenes,
  ...movingScenes,
  ...productScenes,
  ...analyticsScenes,
  ...teachingScenes,
  ...labelScenes,
  ...sheetsScenes,
}

describe('every method of the contract', () => {
  it('is named for the preload, and has its shapes', () => {
    expect([...methodNames].sort()).toEqual(Object.keys(methods).sort())
    expect(Object.keys(good).sort()).toEqual([...methodNames].sort())
  })

  it.each(methodNames)('%s answers a good call as it should', { timeout: 90_000 }, async (name) => {
    await expect(good[name](await scene())).resolves.toBeUndefined()
  })

  it('refuses bad input with a code, on an open ledger', async () => {
    const lab = await scene()
    for (const name of methodNames) {
      for (const input of badInputs) {
        expect({ name, ...(await lab.refused(name, input)) }).toMatchObject({ name, code: 'call.bad-input' })
      }
    }
    expect(await lab.refused('nobody.knows' as MethodName, {})).toMatchObject({ code: 'call.unknown-method' })
    expect(await lab.refused('toString' as MethodName, {})).toMatchObject({ code: 'call.unknown-method' })
  })

  it('says why it cannot be called while there is no ledger', async () => {
    const lab = await startLab()
    for (const name of methodNames.filter((method) => methods[method].when === 'unlocked')) {
      expect({ name, ...(await lab.refused(name, {})) }).toEqual({ name, code: 'ledger.none', params: {} })
    }
    expect(await lab.refused('ledger.unlock', { passphrase })).toMatchObject({ code: 'ledger.none' })
  })
})
