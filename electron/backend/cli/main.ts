import { commands } from './commands.ts'
import { isReaderGone, sentenceOf, UsageError } from './failure.ts'
import type { Io } from './io.ts'

const wrongUse = 2

const listOfCommands = (): string => Object.keys(commands).join(' ')

/** Runs the command that the first argument names; answers the exit code: 0, 1 failed, 2 called wrongly. */
export const main = async (args: readonly string[], io: Io): Promise<number> => {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === 'help') {
    io.say(`사용법 · usage: npm run -s cli -- <${listOfCommands().replaceAll(' ', '|')}> …`)
    return name === undefined ? wrongUse : 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined) {
    io.say(`모르는 명령이에요 · unknown command: ${name} (${listOfCommands()})`)
    return wrongUse
  }
  try {
    const command = await load()
    return await command.run(rest, io)
  } catch (error) {
    if (isReaderGone(error)) return 0
    io.say(`${name}: ${sentenceOf(error)}`)
    return error instanceof UsageError ? wrongUse : 1
  }
}
