// These functions run in the page: they are turned into text, so they may use nothing from outside themselves.

interface Message {
  readonly kind: 'call' | 'value' | 'throw' | 'promise' | 'resolve' | 'reject' | 'expose'
  readonly id: number
  readonly target?: number | string
  readonly args?: readonly unknown[]
  readonly value?: unknown
}

/**
 * One end of the crossing between the preload's isolated world and the page's own: values go as JSON copies, functions
 * as numbers that the other side may call, promises as a later message. The two worlds share no object, only the
 * window's events, under a name that the page does not know.
 */
export function crossing(channel: string, outgoing: string, incoming: string) {
  const lent: ((...args: unknown[]) => unknown)[] = []
  const replies = new Map<number, Message>()
  const promised = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const dispatch = window.dispatchEvent.bind(window)
  let nextId = 0

  const send = (message: Message): void =>
    void dispatch(new CustomEvent(channel + outgoing, { detail: JSON.stringify(message) }))

  const encode = (value: unknown): unknown => {
    if (typeof value === 'function') return { f: lent.push(value as (typeof lent)[number]) - 1 }
    if (Array.isArray(value)) return { a: value.map(encode) }
    if (value === null || typeof value !== 'object') return { v: value }
    return { o: Object.entries(value).map(([key, inner]) => [key, encode(inner)]) }
  }
  const decode = (coded: { f?: number; a?: []; o?: [string, never][]; v?: unknown }): unknown => {
    if (coded.f !== undefined) return (...args: unknown[]) => call(coded.f as number, args)
    if (coded.a) return coded.a.map(decode)
    if (coded.o) return Object.freeze(Object.fromEntries(coded.o.map(([key, inner]) => [key, decode(inner)])))
    return coded.v
  }

  const call = (target: number, args: unknown[]): unknown => {
    const id = nextId++
    send({ kind: 'call', id, target, args: args.map(encode) })
    const reply = replies.get(id)
    replies.delete(id)
    if (!reply || reply.kind === 'throw')
      throw new Error(typeof reply?.value === 'string' ? reply.value : 'No answer')
    if (reply.kind === 'value') return decode(reply.value as never)
    return new Promise((resolve, reject) => promised.set(id, { resolve, reject }))
  }

  const serve = (message: Message): void => {
    const { id } = message
    try {
      const result = lent[message.target as number]?.(
        ...(message.args ?? []).map((arg) => decode(arg as never)),
      )
      if (!(result instanceof Promise)) return send({ kind: 'value', id, value: encode(result) })
      send({ kind: 'promise', id })
      result.then(
        (value) => send({ kind: 'resolve', id, value: encode(value) }),
        (error: unknown) => send({ kind: 'reject', id, value: String(error) }),
      )
    } catch (error) {
      send({ kind: 'throw', id, value: String(error) })
    }
  }

  window.addEventListener(channel + incoming, (event) => {
    const message = JSON.parse((event as CustomEvent<string>).detail) as Message
    if (message.kind === 'call') return serve(message)
    if (message.kind === 'expose') {
      Object.defineProperty(window, String(message.target), {
        value: decode(message.value as never),
        enumerable: true,
      })
      return
    }
    const promise = promised.get(message.id)
    if (!promise) return void replies.set(message.id, message)
    promised.delete(message.id)
    if (message.kind === 'resolve') promise.resolve(decode(message.value as never))
    else promise.reject(new Error(typeof message.value === 'string' ? message.value : ''))
  })

  return {
    expose: (key: string, api: unknown) => send({ kind: 'expose', id: -1, target: key, value: encode(api) }),
  }
}

/** The preload's world: `require('electron')` and nothing else, `ipcRenderer` over the binding, then the preload. */
export function preloadWorld(
  join: typeof crossing,
  channel: string,
  binding: string,
  preload: (require: unknown, module: unknown, exports: unknown) => void,
) {
  // As in Electron, frames inside the page get no preload.
  if (window !== window.top) return
  type Answer = { readonly value?: unknown; readonly error?: string }
  const globals = globalThis as unknown as Record<string, (text: string) => void>
  const waiting = new Map<number, (answer: Answer) => void>()
  const listeners = new Map<string, ((event: unknown, ...args: unknown[]) => void)[]>()
  const { expose } = join(channel, '-preload', '-page')
  let nextId = 0

  globals['__fromMain'] = (text) => {
    const message = JSON.parse(text) as { id?: number; channel?: string; args?: unknown[] } & Answer
    if (message.id !== undefined) {
      waiting.get(message.id)?.(message)
      waiting.delete(message.id)
      return
    }
    for (const listener of listeners.get(message.channel ?? '') ?? []) listener({}, ...(message.args ?? []))
  }
  const ipcRenderer = {
    invoke: (name: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = nextId++
        waiting.set(id, (answer) =>
          answer.error === undefined ? resolve(answer.value) : reject(new Error(answer.error)),
        )
        globals[binding]?.(JSON.stringify({ id, channel: name, args }))
      }),
    on: (name: string, listener: (event: unknown, ...args: unknown[]) => void) => {
      listeners.set(name, [...(listeners.get(name) ?? []), listener])
      return ipcRenderer
    },
  }
  const electron = { contextBridge: { exposeInMainWorld: expose }, ipcRenderer }
  const require = (name: string) => {
    if (name === 'electron') return electron
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  preload(require, module, module.exports)
}
