import { z } from 'zod'

/** Shapes that several parts of the contract share. */
export const nothing = z.strictObject({})
export const id = z.number().int().positive()
export const won = z.number().int()
export const points = z.number().int()
export const epochMs = z.number().int()
export const businessDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const shortText = z.string().max(100)
export const name = z.string().trim().min(1).max(40)
export const memo = z.string().max(2000)
export const passphrase = z.string().min(1).max(200)
