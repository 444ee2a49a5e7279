import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { guestView, guestWatch } from '#shared/contract/guest.ts'
import { consents, guestLab, people, tracesOf } from './guest-lab.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const pass = (seconds: number): void => void vi.advanceTimersByTime(seconds * 1_000)

describe('the guest’s screen', () => {
  it('shows a card for a whole number, masked, and writes down that it did', () => {
    const { screen, enter, noted } = guestLab()
    expect(enter('01011115678')).toMatchObject({
      at: 'card',
      card: { name: '가**라', phone: '****-5678', points: 111, stamps: [{ stamps: 0 }] },
    })
    expect(JSON.stringify(screen.view())).not.toMatch(/가나다라|비밀|01011115678/)
    expect(noted).toEqual([['read', 'guest.enter', 11]])
    expect(screen.watch()).toMatchObject({ at: 'card', customerId: 11, guest: 1 })
  })

  it('takes eight digits for a mobile number', () => {
    expect(guestLab().enter('33331234')).toMatchObject({ card: { name: '자**타' } })
  })

  it('answers four digits the same, whether nobody, one or several have them', () => {
    const answers = ['1234', '5678', '0000'].map((digits) => {
      const { enter, noted } = guestLab()
      return [enter(digits), noted]
    })
    expect(answers).toEqual([answers[0], answers[0], answers[0]])
    expect(answers[0]).toMatchObject([{ at: 'asked' }, []])
  })

  it('asks for more where a number is short or is none', () => {
    const { enter } = guestLab()
    expect(enter('0101')).toMatchObject({ at: 'asked' })
    expect(enter('01011')).toMatchObject({ at: 'pad', problem: 'short' })
    expect(enter('02123456789'.slice(0, 10))).toMatchObject({ at: 'pad', problem: 'misfit' })
  })

  it('comes back to the picture by itself, later for a card than for a thank you, and stays while somebody reads', () => {
    const { screen, enter } = guestLab({ restSeconds: 30 })
    enter('01011115678')
    pass(29)
    expect(screen.stay()).toMatchObject({ at: 'card', restInMs: 30_000 })
    pass(29)
    expect(screen.view()).toMatchObject({ at: 'card', restInMs: 1_000 })
    pass(1)
    expect(screen.view()).toMatchObject({ at: 'rest', shop: '달빛정류장', ready: true })
    screen.type('010')
    pass(30)
    expect(screen.view().at).toBe('rest')
  })

  it('pauses after five unknown numbers, refuses even a right one, and lets staff end the pause', () => {
    const { screen, enter } = guestLab()
    for (const last of [1, 2, 3, 4, 5]) expect(enter(`0109999000${last}`).at).toBe('new')
    expect(enter('01011115678')).toMatchObject({ at: 'wait', seconds: 180 })
    expect(screen.type('1').at).toBe('wait')
    expect(screen.leave().at).toBe('wait')
    pass(179)
    expect(screen.view()).toMatchObject({ at: 'wait', seconds: 1 })
    pass(1)
    expect(screen.view().at).toBe('rest')
    expect(enter('01011115678').at).toBe('card')
    for (const last of [6, 7, 8, 9, 0]) enter(`0109999000${last}`)
    expect(enter('01011115678').at).toBe('wait')
    screen.close()
    expect(enter('01011115678').at).toBe('card')
  })

  it('joins with the number that was typed and no other, and does not count it as a wrong one', () => {
    const { screen, enter, known, noted } = guestLab()
    for (let n = 0; n < 8; n += 1) {
      enter(`0108888000${n}`)
      screen.step('name')
      screen.step('sign')
      expect(screen.join(consents)).toMatchObject({ at: 'card', card: { joined: true } })
      screen.leave()
    }
    expect(known.slice(3).map(({ phone }) => phone.slice(-1))).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ])
    expect(noted.filter(([action]) => action === 'change')).toHaveLength(8)
    expect(() => screen.join(consents)).toThrow('guest.not-joining')
  })

  it('lets no flood of joining through', () => {
    const { screen, enter, known } = guestLab()
    const joinAll = () => {
      for (let n = 0; n < 20; n += 1) {
        enter(`010777700${String(n).padStart(2, '0')}`)
        screen.step('sign')
        screen.join(consents)
      }
    }
    expect(joinAll).toThrow('guest.too-many')
    expect(known).toHaveLength(people().length + 12)
  })

  it('keeps asking staff for the name of who joined without one, also after they are gone', () => {
    const { screen, enter } = guestLab()
    enter('01099990001')
    screen.step('sign')
    screen.join({ ...consents, name: null })
    const { unnamed } = screen.watch()
    screen.leave()
    expect(screen.watch().unnamed).toBe(unnamed)
    screen.rename(unnamed ?? 0, '오하나')
    expect(screen.watch().unnamed).toBeNull()
  })

  it('shows points as they come, and not those of a receipt that is only read again', () => {
    const { screen, enter, receipt } = guestLab()
    enter('01011115678')
    receipt(1, 22, 50)
    expect(screen.view()).toMatchObject({ card: { earned: null } })
    receipt(2, 11, 135)
    expect(screen.view()).toMatchObject({ card: { earned: 135, points: 246 } })
    receipt(2, 11, 0)
    expect(screen.view()).toMatchObject({ card: { earned: 135 } })
    receipt(2, null, 0)
    expect(screen.view()).toMatchObject({ card: { earned: null } })
  })

  it('says late points without a name, only to whoever was here last, and not once somebody else types', () => {
    const late = guestLab()
    late.enter('01011115678')
    pass(31)
    late.receipt(1, 22, 99)
    expect(late.screen.view().at).toBe('rest')
    late.receipt(2, 11, 135)
    const view = late.screen.view()
    expect(view).toMatchObject({ at: 'thanks', earned: 135 })
    expect(JSON.stringify(view)).not.toMatch(/가|5678|246/)
    const other = guestLab()
    other.enter('01011115678')
    pass(31)
    other.screen.type('0')
    other.receipt(1, 11, 135)
    expect(other.screen.view()).toMatchObject({ at: 'pad', typed: '0' })
    pass(30)
    other.receipt(2, 11, 135)
    expect(other.screen.view().at).toBe('rest')
  })

  it('forgets everybody when the ledger is locked or another shop is looked at', () => {
    const { screen, enter, lock, status } = guestLab()
    enter('01011115678')
    lock(true)
    expect(screen.view()).toEqual({
      at: 'rest',
      restInMs: null,
      ready: false,
      shop: '달빛정류장',
      notice: '',
      picture: 0,
    })
    expect(() => screen.type('0')).toThrow('ledger.locked')
    lock(false)
    enter('01011115678')
    status(true)
    expect(screen.view().at).toBe('rest')
  })

  it('goes to rest when the customer on it is gone', () => {
    const { screen, enter, known } = guestLab()
    enter('01011115678')
    known.splice(0, 1)
    expect(screen.view().at).toBe('rest')
  })

  it('hands over what was typed; a card stays', () => {
    const { screen, enter } = guestLab()
    screen.type('0109')
    expect(screen.takeOver()).toEqual({ customerId: null, typed: '0109', joining: false })
    expect(screen.view().at).toBe('helped')
    enter('01099990001')
    screen.step('consent')
    expect(screen.takeOver()).toEqual({ customerId: null, typed: '01099990001', joining: true })
    enter('01011115678')
    expect(screen.takeOver()).toEqual({ customerId: 11, typed: '', joining: false })
    expect(screen.view().at).toBe('card')
  })
})

const digits = fc.constantFrom(
  ...people().map(({ phone }) => phone),
  '5678',
  '1234',
  '11115678',
  '01099990001',
  '0',
  '',
)
const act = fc.oneof(
  digits.map((typed) => ({ do: 'type' as const, typed })),
  fc.constant({ do: 'enter' as const }),
  fc
    .constantFrom('name' as const, 'consent' as const, 'sign' as const)
    .map((step) => ({ do: 'step' as const, step })),
  fc.constant({ do: 'join' as const }),
  fc.constantFrom('stay' as const, 'leave' as const).map((one) => ({ do: one })),
  fc.nat({ max: 200 }).map((seconds) => ({ do: 'pass' as const, seconds })),
  fc
    .tuple(fc.nat({ max: 9 }), fc.constantFrom(11, 22, 33, null), fc.nat({ max: 500 }))
    .map(([id, whose, points]) => ({ do: 'receipt' as const, id, whose, points })),
)

/** What the screen refuses changes nothing. */
const allowed = (work: () => void): void => {
  try {
    work()
  } catch (error) {
    if (!/guest\.(not-joining|too-many)/.test(String(error))) throw error
  }
}

describe('whatever is touched', () => {
  it('nothing of anybody shows but of whose whole number was typed last, and every view keeps its shape', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const { screen, known, receipt } = guestLab()
        let typed = ''
        let whose = ''
        for (const one of acts) {
          const before = screen.view().at
          allowed(() => {
            if (one.do === 'type') screen.type(one.typed)
            else if (one.do === 'enter') screen.enter()
            else if (one.do === 'step') screen.step(one.step)
            else if (one.do === 'join') screen.join(consents)
            else if (one.do === 'pass') pass(one.seconds)
            else if (one.do === 'receipt') receipt(one.id, one.whose, one.points)
            else screen[one.do]()
          })
          if (one.do === 'type') typed = one.typed
          if (one.do === 'enter' && before === 'pad') whose = typed.length === 8 ? `010${typed}` : typed
          const view = screen.view()
          expect(guestView.safeParse(view).success).toBe(true)
          expect(guestWatch.safeParse(screen.watch()).success).toBe(true)
          const shown = view.at === 'card' ? `${view.card.name} ${view.card.phone} ${view.card.points}` : ''
          for (const person of known) {
            if (view.at === 'card' && person.phone === whose) continue
            for (const trace of tracesOf(person).slice(0, 2))
              expect(view.at === 'card' ? shown : JSON.stringify(view)).not.toContain(trace)
          }
        }
        screen.stop()
      }),
      { numRuns: 150 },
    )
  })
})
