import type { CommandModule } from './io.ts'

/**
 * Every command by its name, loaded only when it is called: `tokens` needs no ledger. A new command is a file
 * here with `run(args, io)`, and a line in this table.
 */
export const commands: Readonly<Record<string, () => Promise<CommandModule>>> = {
  create: () => import('./create.ts'),
  ingest: () => import('./ingest.ts'),
  parse: () => import('./parse.ts'),
  recover: () => import('./recover.ts'),
  stats: () => import('./stats.ts'),
  tokens: () => import('./tokens.ts'),
}
