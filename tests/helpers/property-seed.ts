import * as fc from 'fast-check'

/**
 * Properties are tried with the same draws each time, so that a run says the same on every machine. New draws are what
 * `npm run hunt` is for: it gives a seed of its own by the environment, and prints it.
 */
fc.configureGlobal({ seed: Number(process.env['DANGOL_SEED'] ?? 20_261_122) })
