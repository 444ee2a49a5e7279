import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { gatherLicences, licencesFile } from '../../../dev/gather-licences.ts'

/** What a shop's program may be built on without giving its own source away. */
const welcome = /MIT|ISC|BSD|0BSD|Apache-2\.0|BlueOak|OFL-1\.1/

it('the page of licences names everything that is in a package, with texts as they are installed', () => {
  const now = gatherLicences()
  expect(JSON.parse(readFileSync(licencesFile, 'utf8'))).toEqual(now)
  expect(now.packages.length).toBeGreaterThan(50)
  for (const name of ['electron', 'react', 'better-sqlite3', 'echarts', 'ag-grid-community', 'pretendard'])
    expect(now.packages.map((one) => one.name)).toContain(name)
})

it('nothing in it asks for more than its name to be kept', () => {
  expect(gatherLicences().packages.filter(({ licence }) => !welcome.test(licence))).toEqual([])
})
