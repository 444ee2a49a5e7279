import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const settings = readFileSync(join(import.meta.dirname, '../../../electron-builder.yml'), 'utf8')

test.each([
  ['runAsNode', false],
  ['enableCookieEncryption', true],
  ['enableNodeOptionsEnvironmentVariable', false],
  ['enableNodeCliInspectArguments', false],
  ['enableEmbeddedAsarIntegrityValidation', true],
  ['onlyLoadAppFromAsar', true],
  ['grantFileProtocolExtraPrivileges', false],
])('the fuse %s is %s', (fuse, value) => {
  expect(settings).toMatch(new RegExp(`^  ${fuse}: ${value}$`, 'm'))
})

test('uninstalling leaves the ledger where it is', () => {
  expect(settings).toContain('deleteAppDataOnUninstall: false')
})
