import { describe, expect, it } from 'vitest'
import { createTokenizer, tokenize } from '#backend/receipts/escpos/tokenizer.ts'
import { captures, hasCorpus } from '../../../helpers/shared-corpus.ts'

describe.skipIf(!hasCorpus)(`recorded streams${hasCorpus ? '' : ' (skipped: no corpus)'}`, () => {
  const all = [...captures('generic'), ...captures('korean')]

  it('are there', () => expect(all.length).toBeGreaterThanOrEqual(20))

  it.each(all)('$name is tokenised to its last byte, nothing in it unknown or cut off', ({ bytes }) => {
    const tokens = tokenize(bytes)
    expect(tokens.reduce((sum, token) => sum + token.length, 0)).toBe(bytes.length)
    expect(tokens.filter((token) => token.type === 'unknown' || token.truncated)).toEqual([])
  })

  it.each(all)('$name gives the same tokens in pieces of seven bytes', ({ bytes }) => {
    const tokenizer = createTokenizer()
    const tokens = []
    for (let at = 0; at < bytes.length; at += 7) tokens.push(...tokenizer.push(bytes.subarray(at, at + 7)))
    expect([...tokens, ...tokenizer.end()]).toEqual(tokenize(bytes))
  })
})
