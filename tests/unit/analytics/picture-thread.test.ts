import { describe, expect, it } from 'vitest'
import { pictureThread } from '#backend/analytics/thread/picture-thread.port.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'

forgetTemplate()

describe('the thread that reads pictures', () => {
  it('answers what is asked before what waits in the background, and goes on after what it cannot read', async () => {
    const { ledger } = await freshLedger()
    const thread = pictureThread(ledger)
    const told: string[] = []
    const background = ['a', 'b', 'c'].map((name) =>
      thread.askLater('monthsToCount').then(() => told.push(`background ${name}`)),
    )
    const asked = async (): Promise<void> => {
      for (const name of ['first', 'second']) {
        await thread.ask('readSpan')
        told.push(name)
      }
    }
    await Promise.all([...background, asked()])
    // The thread was reading for the background when the question came: that alone is finished first.
    expect(told).toEqual(['background a', 'first', 'second', 'background b', 'background c'])

    // More pieces than SQLite takes in one query.
    const tooMany = Array.from({ length: 600 }, () => ({ from: 1, to: 2 }))
    const wrong = thread.ask('periodRows', tooMany)
    const right = thread.ask('readSpan')
    await expect(wrong).rejects.toMatchObject({ code: 'internal' })
    await expect(right).resolves.toBe(null)
    await thread.stop()
  })

  it('refuses everything that still waits when it is stopped', async () => {
    const { ledger } = await freshLedger()
    const thread = pictureThread(ledger)
    const waiting = [thread.ask('readSpan'), thread.askLater('readSpan'), thread.ask('readSpan')]
    const told = Promise.allSettled(waiting)
    await thread.stop()
    expect((await told).slice(1).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(thread.ask('readSpan')).rejects.toMatchObject({ code: 'ledger.locked' })
  })
})
