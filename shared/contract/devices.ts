import { z } from 'zod'
import { errorCodes } from '../errors.ts'
import { method } from './method.ts'
import { nothing } from './values.ts'

export const deviceId = z.string().regex(/^[a-z0-9-]{1,40}$/)
const deviceName = z.string().trim().min(1).max(40)
const tcpPort = z.number().int().min(1).max(65_535)
/** The system throws at such a sign instead of saying that there is no such place. */
const withoutNul = (text: string): boolean => !text.includes('\0')
const serialPath = z.string().min(1).max(200).refine(withoutNul)
const baudRate = z.number().int().min(300).max(921_600)
const parity = z.enum(['none', 'even', 'odd'])
export const encoding = z.enum(['cp949', 'utf8'])

const sourceBase = {
  id: deviceId,
  name: deviceName,
  enabled: z.boolean(),
  encoding,
  /** Milliseconds of silence that end a paper without a cut. */
  idleGapMs: z.number().int().min(50).max(60_000),
}

export const source = z.discriminatedUnion('kind', [
  z.strictObject({
    ...sourceBase,
    kind: z.literal('serial'),
    path: serialPath,
    baudRate,
    dataBits: z.union([z.literal(7), z.literal(8)]),
    parity,
    stopBits: z.union([z.literal(1), z.literal(2)]),
  }),
  z.strictObject({
    ...sourceBase,
    kind: z.literal('tcp'),
    host: z.string().max(60).refine(withoutNul),
    port: tcpPort,
  }),
  /** Sits between the POS's port (`path`) and the printer's: everything is passed on both ways. */
  z.strictObject({
    ...sourceBase,
    kind: z.literal('pass-through'),
    path: serialPath,
    printerPath: serialPath,
    baudRate,
    dataBits: z.union([z.literal(7), z.literal(8)]),
    parity,
    stopBits: z.union([z.literal(1), z.literal(2)]),
  }),
  /** Is the printer to the POS and passes everything on to the real one, both ways. */
  z.strictObject({
    ...sourceBase,
    kind: z.literal('forward'),
    host: z.string().max(60).refine(withoutNul),
    port: tcpPort,
    printerHost: z.string().trim().min(1).max(200).refine(withoutNul),
    printerPort: tcpPort,
  }),
  /** A folder into which the POS prints files; each is read once and never changed. */
  z.strictObject({
    ...sourceBase,
    kind: z.literal('folder'),
    folder: z.string().trim().min(1).max(400).refine(withoutNul),
  }),
  /** Papers brought in from files by hand. */
  z.strictObject({ ...sourceBase, kind: z.literal('file') }),
  /** A POS of our own that sells by itself; writes into a pty or a socket like any other. */
  z.strictObject({
    ...sourceBase,
    kind: z.literal('simulated'),
    everyMs: z.number().int().min(200).max(600_000),
  }),
])

export const connection = z.enum(['off', 'waiting', 'connected', 'away'])
export const deviceProblem = z
  .strictObject({ code: z.enum(errorCodes), params: z.record(z.string(), z.union([z.string(), z.number()])) })
  .nullable()

export const sourceStatus = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['serial', 'tcp', 'pass-through', 'forward', 'folder', 'file', 'simulated']),
  connection,
  problem: deviceProblem,
  bytes: z.number().int(),
  lastByteAt: z.number().int().nullable(),
  /** It is usually heard at this time of the day, and has not been for an hour or two. */
  quiet: z.boolean(),
})

/** What a printer is for. What no printer is for goes to the first one. */
export const printPurpose = z.enum(['slip', 'coupon', 'other'])

const printerBase = {
  id: deviceId,
  name: deviceName,
  enabled: z.boolean(),
  columns: z.union([z.literal(32), z.literal(42), z.literal(48)]),
  /** Left out or empty: whatever no other printer is for. */
  purposes: z.array(printPurpose).max(3).optional(),
}

export const printer = z.discriminatedUnion('kind', [
  z.strictObject({ ...printerBase, kind: z.literal('serial'), path: serialPath, baudRate, parity }),
  z.strictObject({
    ...printerBase,
    kind: z.literal('tcp'),
    host: z.string().min(1).max(200).refine(withoutNul),
    port: tcpPort,
    /** Nobody else prints there: the line is kept open, so that pulling it out shows at once. */
    held: z.boolean().optional(),
  }),
  /** A queue of the system's own: its name where there is CUPS, `\\\\HOST\\SHARE` on Windows, or a folder that is watched. */
  z.strictObject({
    ...printerBase,
    kind: z.literal('spooler'),
    queue: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .regex(/^[^\0-\x1f\x7f-][^\0-\x1f\x7f]*$/),
  }),
  z.strictObject({ ...printerBase, kind: z.literal('screen') }),
])

export const printerStatus = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['serial', 'tcp', 'spooler', 'screen']),
  connection,
  problem: deviceProblem,
  /**
   * What comes back from it: `finished` prints, only its `state`, or `nothing` at all, so that nobody can say whether
   * a slip came out; `unknown` until it was asked, `answering` until a first print shows which of the two it knows.
   */
  answers: z.enum(['unknown', 'nothing', 'answering', 'state', 'finished']),
})

export const serialPortInfo = z.strictObject({
  path: z.string(),
  /** Maker and product as the system names them; null where it knows none. */
  maker: z.string().nullable(),
  serialNumber: z.string().nullable(),
  vendorId: z.string().nullable(),
  productId: z.string().nullable(),
})

const lineSettings = z.strictObject({
  baudRate,
  dataBits: z.union([z.literal(7), z.literal(8)]),
  parity,
  stopBits: z.union([z.literal(1), z.literal(2)]),
})

/** How far the search for a line's settings is; `tried` of `of` were heard and read as nonsense. */
export const settingsSearch = z.strictObject({
  path: z.string(),
  tried: z.number().int(),
  of: z.number().int(),
  /** What is being tried now. */
  now: lineSettings,
  /** Bytes heard with it. */
  heard: z.number().int(),
})

export const deviceMethods = {
  'devices.ports': method('always', nothing, z.array(serialPortInfo)),
  'sources.list': method('always', nothing, z.array(source)),
  'sources.status': method('always', nothing, z.array(sourceStatus)),
  /** Adds or replaces by id. */
  'sources.save': method('always', source, nothing),
  /**
   * Listens on a port and tries settings on what arrives, until one reads; answers it with a few lines as they read,
   * or null when none did, or when it was stopped. A source that has the port waits meanwhile.
   */
  'sources.findSettings': method(
    'always',
    z.strictObject({ path: serialPath }),
    z
      .strictObject({ ...lineSettings.shape, encoding, score: z.number(), sample: z.array(z.string()) })
      .nullable(),
  ),
  'sources.stopFinding': method('always', nothing, nothing),
  'sources.remove': method('always', z.strictObject({ id: deviceId }), nothing),
  /** Reads a file of raw printer bytes (at most 10 MB) as if it had come over the line. */
  'sources.importFile': method(
    'unlocked',
    z.strictObject({ name: z.string().max(200), base64: z.string().max(14_000_000), encoding }),
    z.strictObject({ receipts: z.number().int(), review: z.number().int(), papers: z.number().int() }),
  ),
  'printers.list': method('always', nothing, z.array(printer)),
  'printers.status': method('always', nothing, z.array(printerStatus)),
  'printers.save': method('always', printer, nothing),
  'printers.remove': method('always', z.strictObject({ id: deviceId }), nothing),
  /** Prints a short test slip. */
  'printers.test': method('always', z.strictObject({ id: deviceId }), nothing),
  /** Names of the system's own printers; empty where it cannot be asked. */
  'printers.queues': method('always', nothing, z.array(z.string())),
}

export type Source = z.infer<typeof source>
export type SourceStatus = z.infer<typeof sourceStatus>
export type SettingsSearch = z.infer<typeof settingsSearch>
export type Printer = z.infer<typeof printer>
export type PrintPurpose = z.infer<typeof printPurpose>
export type PrinterStatus = z.infer<typeof printerStatus>
export type SerialPortInfo = z.infer<typeof serialPortInfo>
export type SlipColumns = Printer['columns']
