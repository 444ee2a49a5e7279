import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '#backend/cli/main.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'dangol-parse-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const fileOf = async (name: string, bytes: Uint8Array): Promise<string> => {
  const file = path.join(folder, name)
  await writeFile(file, bytes)
  return file
}

const call = async (...args: string[]): Promise<{ code: number; out: string; said: string[] }> => {
  let out = ''
  const said: string[] = []
  const code = await main(args, {
    stdin: Readable.from([]),
    out: (text) => {
      out += text
      return Promise.resolve()
    },
    say: (message) => {
      said.push(message)
    },
  })
  return { code, out, said }
}

const receipt = [
  '영수증',
  '상호: 견본카페',
  '사업자번호: 124-81-00998',
  'NO: 0042   2026-10-01 14:30:11',
  '상품명    단가  수량    금액',
  '라떼     5,000    2   10,000',
  ' └샷추가              500',
  '합계                10,500',
  '공급가               9,545',
  '부가세                 955',
  '신용카드            10,500',
].join('\n')

const cut = Buffer.from([0x0a, 0x1d, 0x56, 0x00])

const document = {
  kind: 'sale',
  profile: null,
  confidence: expect.any(Number),
  copy: null,
  copyOf: null,
  reprint: false,
  store: '견본카페',
  businessNumber: '1248100998',
  issuedAt: '2026-10-01T14:30:11+09:00',
  receiptNumber: '0042',
  originalReceipt: null,
  items: [
    {
      name: '라떼',
      unitPrice: 5000,
      quantity: 2,
      amount: 10_000,
      options: [{ name: '샷추가', quantity: null, amount: 500 }],
    },
  ],
  discount: 0,
  supply: 9545,
  vat: 955,
  exempt: null,
  total: 10_500,
  payments: [{ method: 'card', amount: 10_500 }],
  lines: receipt.split('\n'),
  problems: [],
}

describe('parse', () => {
  it('prints documents in the published shape, keys in their order', async () => {
    const file = await fileOf('one.bin', Buffer.concat([iconv.encode(receipt, 'cp949'), cut]))
    const { code, out, said } = await call('parse', file)
    const read = JSON.parse(out) as { documents: object[] }
    expect(code).toBe(0)
    expect(said).toEqual([])
    expect(read).toEqual({ documents: [document] })
    expect(Object.keys(read.documents[0] ?? {})).toEqual(Object.keys(document))
  })

  it('reads UTF-8 when told so', async () => {
    const file = await fileOf('utf8.bin', Buffer.concat([Buffer.from(receipt, 'utf8'), cut]))
    const { out } = await call('parse', file, '--encoding', 'utf8')
    expect(JSON.parse(out)).toEqual({ documents: [document] })
  })

  it('names a copy by the index of its original', async () => {
    const one = Buffer.concat([iconv.encode(receipt, 'cp949'), cut])
    const again = Buffer.concat([iconv.encode(receipt.replace('영수증', '영수증 [재출력]'), 'cp949'), cut])
    const { out } = await call('parse', await fileOf('two.bin', Buffer.concat([one, again])))
    expect(JSON.parse(out)).toMatchObject({ documents: [{ copyOf: null }, { copyOf: 0, reprint: true }] })
  })

  it('finds nothing in an empty file, and nothing to count in noise', async () => {
    expect(JSON.parse((await call('parse', await fileOf('empty.bin', Buffer.alloc(0)))).out)).toEqual({
      documents: [],
    })
    const noise = Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) & 255))
    const { code, out } = await call('parse', await fileOf('noise.bin', noise))
    const { documents } = JSON.parse(out) as { documents: { kind: string; confidence: number }[] }
    expect(code).toBe(0)
    expect(
      documents.every(
        (each) => each.confidence < 0.9 || each.kind === 'image-only' || each.kind === 'drawer',
      ),
    ).toBe(true)
  })

  it.each([
    [['parse']],
    [['parse', 'a.bin', 'b.bin']],
    [['parse', 'a.bin', '--encoding', 'latin1']],
    [['parse', 'a.bin', '--profile', 'x']],
  ])('%j is refused with one sentence', async (args) => {
    const { code, out, said } = await call(...args)
    expect(code).not.toBe(0)
    expect(out).toBe('')
    expect(said).toHaveLength(1)
  })

  it('a missing file is told in one sentence', async () => {
    const { code, said } = await call('parse', path.join(folder, 'absent.bin'))
    expect(code).not.toBe(0)
    expect(said).toHaveLength(1)
  })
})
