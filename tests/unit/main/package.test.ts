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

test('the version of Electron is one, named to the last figure, and no earlier one than shops have had', () => {
  const { devDependencies } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'),
  ) as { devDependencies: Readonly<Record<string, string>> }
  expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/)
  expect(Number.parseInt(devDependencies['electron'] ?? '', 10)).toBeGreaterThanOrEqual(45)
})

test('uninstalling leaves the ledger where it is', () => {
  expect(settings).toContain('deleteAppDataOnUninstall: false')
})
