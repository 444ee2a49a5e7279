import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { passphrase, startLab, startOpenLab } from '../../helpers/backend-lab.ts'
import { temporaryFolder } from '../../helpers/ledger-lab.ts'

test('a ledger put back to an earlier day with everything beside it is found by the head in a backup', async () => {
  const target = temporaryFolder()
  const lab = await startOpenLab({ closedByTest: false })
  await lab.call('backup.saveSettings', { folder: target, daily: false, dailyHour: 22, hourly: false })
  const joins = (name: string, phone: string) =>
    lab.call('customers.join', { name, phone, memo: '', consent: { required: true, marketing: false } })
  await joins('김하나', '01000000001')
  await lab.close()
  const ledger = join(lab.folder, 'ledger.dangol')
  const earlier = join(temporaryFolder(), 'earlier')
  copyFileSync(ledger, earlier)

  const later = await startLab({ folder: lab.folder, closedByTest: false })
  await later.call('ledger.unlock', { passphrase })
  await later.call('customers.join', {
    name: '김두리',
    phone: '01000000002',
    memo: '',
    consent: { required: true, marketing: false },
  })
  await later.call('access.list', { limit: 1 })
  await later.call('backup.run', { target })
  expect(await later.call('access.verify', {})).toMatchObject({ faults: [] })
  await later.close()

  copyFileSync(earlier, ledger)
  for (const beside of ['-wal', '-shm', '.heads', '.journal'])
    rmSync(`${ledger}${beside}`, { recursive: true, force: true })
  const back = await startLab({ folder: lab.folder })
  await back.call('ledger.unlock', { passphrase })
  const verified = await back.call('access.verify', {})
  expect(verified.heads).toBeGreaterThan(0)
  expect(verified.faults.map(({ what }) => what)).toContain('rolled-back')
})
