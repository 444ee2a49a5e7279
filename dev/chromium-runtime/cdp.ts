import type { Readable, Writable } from 'node:stream'
import type { CDPSession } from 'playwright-core'

/** One target's side of the DevTools protocol, typed by Playwright's tables; nothing of Playwright runs here. */
export interface Session {
  readonly send: CDPSession['send']
  readonly on: CDPSession['on']
}

export interface Connection {
  readonly browser: Session
  session(sessionId: string): Session
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
  readonly sessionId?: string
}

/** The DevTools protocol over a pipe: JSON messages that end in a zero byte. Calls under way fail when it ends. */
export const connect = (write: Writable, read: Readable): Connection => {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const listeners = new Map<string, ((params: unknown) => void)[]>()
  let nextId = 1
  let gone = false
  let rest = ''

  const receive = (message: Message): void => {
    if (message.id !== undefined) {
      const call = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.error) call?.reject(new Error(message.error.message))
      else call?.resolve(message.result)
      return
    }
    for (const listener of listeners.get(`${message.sessionId ?? ''} ${message.method}`) ?? [])
      listener(message.params)
  }

  read.setEncoding('utf8')
  read.on('data', (text: string) => {
    const parts = (rest + text).split('\0')
    rest = parts.pop() ?? ''
    for (const part of parts) receive(JSON.parse(part) as Message)
  })
  const end = (): void => {
    gone = true
    for (const call of waiting.values()) call.reject(new Error('Chromium is gone'))
    waiting.clear()
  }
  read.on('close', end)
  read.on('error', end)
  write.on('error', end)

  const open = (sessionId: string): Session => {
    const session = {
      send: (method: string, params: unknown = {}) =>
        new Promise((resolve, reject) => {
          if (gone) return reject(new Error('Chromium is gone'))
          const id = nextId++
          waiting.set(id, { resolve, reject })
          write.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
        }),
      on: (event: string, listener: (params: unknown) => void) => {
        const key = `${sessionId} ${event}`
        listeners.set(key, [...(listeners.get(key) ?? []), listener])
      },
    }
    return session as unknown as Session
  }
  return { browser: open(''), session: open }
}
