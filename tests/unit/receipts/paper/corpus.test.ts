import { describe, expect, it } from 'vitest'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { captures, hasCorpus } from '../../../helpers/shared-corpus.ts'

describe.skipIf(!hasCorpus)(`recorded streams${hasCorpus ? '' : ' (skipped: no corpus)'}`, () => {
  const korean = new Map(captures('korean').map(({ name, bytes }) => [name, papersOf(bytes, 'cp949')]))

  it.each([
    ['zpos-franchise-sale.bin', ['cut']],
    ['baemin-order+kitchen.bin', ['cut', 'cut']],
    ['app-order-lfcr-decoyraster-prepay-x.bin', ['cut', 'cut']],
    ['koces-van-template.bin', ['cut']],
  ])('%s is cut into its papers', (name, ends) => {
    expect(korean.get(name)?.map((paper) => paper.endedBy)).toEqual(ends)
  })

  it('hold only whole characters, in lines no wider than the paper', () => {
    for (const paper of [...korean.values()].flat()) {
      for (const line of paper.lines) {
        expect(line.text).not.toContain('\ufffd')
        expect(line.text.length).toBeLessThanOrEqual(48)
      }
    }
  })

  it('show nothing of what lies inside a raster', () => {
    const lines = korean.get('app-order-lfcr-decoyraster-prepay-x.bin')?.[0]?.lines ?? []
    expect(lines.filter((line) => line.text.startsWith('배달주소 :'))).toHaveLength(1)
  })

  it.each(captures('generic'))('$name gives papers that follow one another', ({ bytes }) => {
    let to = 0
    for (const paper of papersOf(bytes, 'cp949')) {
      expect(paper.from).toBe(to)
      to = paper.to
    }
    expect(to).toBeGreaterThan(0)
  })
})
