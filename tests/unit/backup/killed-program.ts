import { createBackend } from '#backend/container.ts'

// Backs the ledger in its first argument up to its second one, and is killed when that step is told.
const [folder, target, step, passphrase] = process.argv.slice(2)
if (folder === undefined || target === undefined) throw new Error('Which folder, which target?')
const backend = await createBackend({
  dataFolder: folder,
  version: '0.0.0-test',
  keychain: null,
  emit(name, payload) {
    if (name !== 'backup.progress' || typeof payload !== 'object' || payload === null) return
    if ('step' in payload && payload.step === step) process.kill(process.pid, 'SIGKILL')
  },
})
await backend.call('ledger.unlock', { passphrase })
await backend.call('backup.run', { target })
await backend.close()
