import { describe, expect, it } from 'vitest'
import { type FolderDialog, folderChoice } from '../../../electron/main/folder-choice.ts'

interface Asked {
  readonly window: string | null
  readonly properties: readonly string[] | undefined
}

const system = (
  filePaths: string[],
  gate?: Promise<void>,
): { dialog: FolderDialog<string>; asked: Asked[] } => {
  const asked: Asked[] = []
  const answer = async (window: string | null, properties: readonly string[] | undefined) => {
    asked.push({ window, properties })
    await gate
    return { canceled: filePaths.length === 0, filePaths }
  }
  const dialog = {
    showOpenDialog: (first: unknown, second?: { properties?: string[] }) =>
      typeof first === 'string'
        ? answer(first, second?.properties)
        : answer(null, (first as { properties?: string[] }).properties),
  }
  return { dialog, asked }
}

describe('choosing a folder', () => {
  it('asks the system, over the window, for one folder', async () => {
    const { dialog, asked } = system(['/media/stick'])
    expect(await folderChoice(dialog, () => 'window')()).toEqual({
      ok: true,
      value: { path: '/media/stick' },
    })
    expect(asked).toEqual([{ window: 'window', properties: ['openDirectory', 'createDirectory'] }])
    expect(await folderChoice(dialog, () => null)()).toMatchObject({ value: { path: '/media/stick' } })
    expect(asked[1]?.window).toBeNull()
  })

  it('answers null where nothing was chosen, and where the system has no dialog', async () => {
    expect(await folderChoice(system([]).dialog, () => null)()).toEqual({ ok: true, value: { path: null } })
    const none = { showOpenDialog: () => Promise.reject(new Error('no display')) }
    expect(await folderChoice(none, () => null)()).toEqual({ ok: true, value: { path: null } })
  })

  it('is one dialog for whoever asks while it is open, and another one afterwards', async () => {
    const gate = Promise.withResolvers<void>()
    const { dialog, asked } = system(['/a'], gate.promise)
    const choose = folderChoice(dialog, () => 'window')
    const answers = [choose(), choose()]
    gate.resolve()
    expect(await Promise.all(answers)).toEqual([
      { ok: true, value: { path: '/a' } },
      { ok: true, value: { path: '/a' } },
    ])
    expect(asked).toHaveLength(1)
    await choose()
    expect(asked).toHaveLength(2)
  })
})
