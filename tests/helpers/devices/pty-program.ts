import { openPtyPair } from '#backend/devices/simulated/pty-pair.port.ts'

/** A program that can be killed: opens a pair of ptys, tells its parent where, and stays. */
const pair = await openPtyPair()
process.send?.({ listener: pair?.listener ?? null })
process.once('disconnect', () => void pair?.close())
