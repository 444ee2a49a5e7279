import { createSecretKey } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import type { EpochMs } from '#shared/dates.ts'
import type { Role } from '#shared/roles.ts'
import { dayReached } from '../loyalty/day.service.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import type { Log } from '../platform/log/log.ts'
import { derivedKey } from '../security/seal.ts'
import {
  type AccessEntry,
  accessMonths,
  addAccess,
  addAccessPeople,
  customerCount,
  dropAccessBefore,
  listAccess,
  tickMonth,
} from './access.repo.ts'
import { accessDigest, addLink, keptSince, lastLink } from './chain.repo.ts'
import { type ChainHead, chainStart, linkAfter } from './chain.ts'
import type { Heads } from './heads.port.ts'
import { createLooking, type Looked } from './looking.ts'
import { mayBeDroppedBefore } from './retention.ts'
import { verifyChain } from './verifying.service.ts'
import { unlinked } from './vouched.repo.ts'

/** What somebody did, before it has its place in the log. */
export interface Accessed {
  readonly personId: number | null
  readonly role: Role
  readonly place: string
  readonly action: AccessEntry['action']
  readonly method: string
  readonly customerId: number | null
  /** How many people's data; 0 for entering and failing to. */
  readonly people: number
  /** Whose, where it was a block of rows. */
  readonly ids?: readonly number[]
}

/** Who looks through rows, and where. */
export type Watcher = Pick<Accessed, 'personId' | 'role' | 'place' | 'method'>

export interface AccessLog {
  /** Soon in the ledger, one unit of work for what came together: the counter does not wait for it. */
  note(accessed: Accessed): void
  /** Everything noted so far is in the ledger when it returns; before something leaves the shop. */
  flush(): void
  /** Rows that were shown to somebody as they scroll: one entry for a block of them, which says whose they were. */
  saw(who: Watcher, ids: readonly number[]): void
  list(filter: CallParsed<'access.list'>): CallOutput<'access.list'>
  months(): CallOutput<'access.months'>
  tick(month: string, remark: string, personId: number | null): void
  /** @param outside heads that are known besides the file beside the ledger, from backups. */
  verify(outside?: readonly ChainHead[]): Promise<CallOutput<'access.verify'>>
  /** Where the chain stands; null before the first link. */
  head(): ChainHead | null
  /** Drops what has been kept for its time. */
  prune(): void
  /** Flushes, and keeps the head outside. */
  stop(): void
}

export interface AccessLogParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly clock: Clock
  readonly log: Log
  /** 32 bytes. */
  readonly dataKey: Uint8Array
  readonly heads: Heads
}

/** Entries wait this long for others, ms. */
const gathering = 200
const atOnce = 500
/**
 * Entries of points and prepaid that get their links in one unit of work: a few milliseconds. Where more wait, as after
 * a long list was brought in, the next ones follow after a pause, ms.
 */
const linkedAtOnce = 150
const moreAfter = 100
/** A block of rows that somebody scrolls through, ms; or so many people. */
const blockMs = 2_000
const blockPeople = 2_000
/** A head is written outside at most this often, ms; and when the ledger is closed. */
const headEvery = 10_000
const dayMs = 24 * 60 * 60_000

export const createAccessLog = (parts: AccessLogParts): AccessLog => {
  const { reader, unit, ids, clock, log, heads } = parts
  const key = createSecretKey(derivedKey(parts.dataKey, 'access chain'))
  let waiting: (Accessed & { readonly at: EpochMs })[] = []
  let timer: NodeJS.Timeout | null = null
  let headKeptAt = Number.NEGATIVE_INFINITY
  let ended = false

  const chainAll = (
    tx: Writer,
    entries: readonly { readonly entry: AccessEntry; readonly ids: string | null }[],
  ): ChainHead => {
    let head = lastLink(tx) ?? chainStart
    for (const entry of unlinked(tx, linkedAtOnce)) {
      const link = linkAfter(key, head, entry)
      addLink(tx, link)
      head = link
    }
    for (const { entry, ids: of } of entries) {
      addAccess(tx, entry)
      if (of !== null) addAccessPeople(tx, entry.id, of)
      const link = linkAfter(key, head, {
        kind: 'access',
        entryId: entry.id,
        at: entry.at,
        digest: accessDigest(entry, of),
      })
      addLink(tx, link)
      head = link
    }
    return head
  }

  const keepHead = (now: EpochMs, always: boolean): void => {
    const head = lastLink(reader)
    if (head === undefined || (!always && Math.abs(now - headKeptAt) < headEvery)) return
    headKeptAt = now
    heads.keep(head)
  }

  const looking = createLooking<Watcher>(
    (one, other) => one.personId === other.personId && one.role === other.role && one.method === other.method,
  )
  let block: NodeJS.Timeout | null = null
  const keepBlock = (looked: Looked<Watcher> | null): void => {
    if (looked === null) return
    const { who, ids: seen } = looked
    waiting.push({
      ...who,
      action: 'read',
      customerId: null,
      people: seen.length,
      ids: seen,
      at: clock.now(),
    })
  }
  const endBlock = (): void => {
    if (block !== null) clearTimeout(block)
    block = null
    keepBlock(looking.take())
  }

  const flush = (): void => {
    endBlock()
    if (timer !== null) clearTimeout(timer)
    timer = null
    const taken = waiting
    if (taken.length === 0 && unlinked(reader, 1).length === 0) return
    unit.write((tx) => {
      chainAll(
        tx,
        taken.map((one) => ({
          entry: {
            id: ids.next(one.at),
            at: one.at,
            person_id: one.personId,
            role: one.role,
            place: one.place,
            action: one.action,
            method: one.method,
            customer_id: one.customerId,
            people: one.people,
          },
          ids: one.ids === undefined ? null : JSON.stringify(one.ids),
        })),
      )
    })
    waiting = waiting.slice(taken.length)
    keepHead(clock.now(), false)
    if (!ended && unlinked(reader, 1).length > 0) timer ??= setTimeout(flushQuietly, moreAfter).unref()
  }

  const flushQuietly = (): void => {
    try {
      flush()
    } catch (error) {
      // They wait for the next turn; nothing that was noted is dropped.
      log.error('access.flush', { error })
    }
  }

  return {
    note(accessed) {
      waiting.push({ ...accessed, at: clock.now() })
      if (waiting.length >= atOnce) flushQuietly()
      else timer ??= setTimeout(flushQuietly, gathering).unref()
    },
    flush,
    saw(who, seen) {
      keepBlock(looking.saw(who, seen))
      if (looking.size >= blockPeople) flushQuietly()
      else block ??= setTimeout(flushQuietly, blockMs).unref()
    },
    list({ limit, beforeId, month, action, ofCustomer }) {
      flush()
      const span = month === undefined ? {} : spanOf(month)
      return listAccess(reader, { limit, beforeId, action, ofCustomer, ...span }).map((row) => ({
        id: row.id,
        at: row.at,
        person: row.name,
        role: row.role as Role,
        place: row.place,
        action: row.action,
        method: row.method,
        customerId: row.customer_id,
        people: row.people,
      }))
    },
    months() {
      flush()
      return accessMonths(reader).map((row) => ({
        month: row.month,
        entries: row.entries,
        failed: row.failed,
        exports: row.exports,
        atNight: row.at_night,
        reviewed:
          row.reviewed_at === null
            ? null
            : { at: row.reviewed_at, by: row.by_name, remark: row.remark ?? '' },
      }))
    },
    tick(month, remark, personId) {
      unit.write((tx) => tickMonth(tx, { month, remark, person_id: personId, at: clock.now() }))
    },
    async verify(outside = []) {
      // What a ledger brings along from before its chain may be much: others are let in between.
      while (unlinked(reader, 1).length > 0) {
        flush()
        await nextTurn()
      }
      const known = [...heads.known(), ...outside]
      const { links, faults } = await verifyChain(reader, key, known)
      return { links, heads: known.length, faults: [...faults], at: clock.now() }
    },
    head: () => lastLink(reader) ?? null,
    prune() {
      // A clock that jumped ahead would throw the log away: only what the log and the tills say is old enough goes.
      const newest = listAccess(reader, { limit: 1 })[0]?.at ?? 0
      const now = Math.min(clock.now(), newest, Date.parse(dayReached(reader, clock.now())))
      const last = mayBeDroppedBefore(now, customerCount(reader))
      if (last - keptSince(reader) >= dayMs) unit.write((tx) => dropAccessBefore(tx, last))
    },
    stop() {
      ended = true
      flushQuietly()
      try {
        keepHead(clock.now(), true)
      } catch (error) {
        // A ledger whose pages are hurt, a disk that is full: it has to be closed all the same.
        log.error('access.head', { error })
      }
    },
  }
}

/** A month by the Korean calendar, UTC ms. */
const spanOf = (month: string): { readonly from: number; readonly before: number } => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const start = (index: number): number => Date.UTC(year, index, 1) - 9 * 60 * 60_000
  return { from: start(number - 1), before: start(number) }
}
