import { join } from 'node:path'
import { ledgerFiles } from '#backend/platform/ledger-files.ts'
import { readKeyFile } from '#backend/security/key-file.port.ts'
import { openKeys } from '#backend/security/keys.service.ts'
import { newStretching, stretch } from '#backend/security/stretch.ts'
import type { BenchContext } from '../context.ts'
import type { Measured } from '../row.ts'
import { median } from '../statistics.ts'

/** The passphrase to the keys: meant to be slow, for whoever guesses. */
export const unlockRows = async ({
  dataFolder,
  passphrase,
  rounds,
  row,
}: BenchContext): Promise<Measured[]> => {
  const file = readKeyFile(ledgerFiles(join(dataFolder, 'ledger.dangol')).keys)
  const how = newStretching(Buffer.alloc(16, 3))
  const ours: number[] = []
  const peer: number[] = []
  for (let round = 0; round < rounds(11); round += 1) {
    const start = performance.now()
    await openKeys(file, { passphrase })
    const between = performance.now()
    await stretch(passphrase, how)
    ours.push(between - start)
    peer.push(performance.now() - between)
  }
  return [
    row({
      name: 'unlock by passphrase',
      conditions: 'keys only, Argon2id 64 MiB, 3 passes, 4 lanes',
      value: median(ours),
      unit: 'ms',
      peer: { name: 'Argon2id alone', value: median(peer) },
    }),
  ]
}
