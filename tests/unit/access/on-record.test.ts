import { expect, it } from 'vitest'
import { passphrase, startLab, startOpenLab } from '../../helpers/backend-lab.ts'
import { temporaryFolder } from '../../helpers/ledger-lab.ts'

const consent = { required: true, marketing: false } as const

it('wrong passphrases are on record: those at the lock once it is open, those of somebody at the door at once', async () => {
  const lab = await startOpenLab()
  await lab.call('people.add', { name: '한사장', role: 'owner', pin: '4827' })
  await lab.call('door.leave', {})
  const failures = async () =>
    (await lab.call('access.list', { limit: 50, action: 'failed' })).map(({ method }) => method)
  expect(await lab.refused('door.enterByPassphrase', { passphrase: '이건 아니에요' })).toMatchObject({
    code: 'ledger.wrong-passphrase',
  })
  await lab.call('door.enterByPassphrase', { passphrase })
  expect(await failures()).toEqual(['ledger.unlock'])
  await lab.call('ledger.lock', {})
  for (const guess of ['하나', '둘']) await lab.refused('ledger.unlock', { passphrase: guess })
  await lab.refused('ledger.unlockWithRecovery', {
    recoveryCode: '0000',
    newPassphrase: '아주 새로운 암호 3',
  })
  await lab.call('ledger.unlock', { passphrase })
  await lab.call('door.enterByPassphrase', { passphrase })
  expect(await failures()).toHaveLength(4)
  // Each once: the next lock and key add nothing.
  await lab.call('ledger.lock', {})
  await lab.call('ledger.unlock', { passphrase })
  await lab.call('door.enterByPassphrase', { passphrase })
  expect(await failures()).toHaveLength(4)
  expect((await lab.call('access.verify', {})).faults).toEqual([])
})

it('what put another ledger in place is on record there, with how many people came along', async () => {
  const lab = await startOpenLab()
  await lab.call('customers.join', { name: '박서준', phone: '010-0000-1234', consent })
  const target = temporaryFolder()
  const { id } = await lab.call('backup.run', { target })
  const other = await startLab()
  await other.call('backup.restore', { target, id, key: { passphrase } })
  expect((await other.call('access.list', { limit: 1 }))[0]).toMatchObject({
    method: 'backup.restore',
    action: 'change',
    people: 1,
  })
  expect((await other.call('access.verify', {})).faults).toEqual([])
})
