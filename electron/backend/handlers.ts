import type { CallOutput, CallParsed, MethodName } from '#shared/contract/index.ts'

type Handler<M extends MethodName> = (input: CallParsed<M>) => CallOutput<M> | Promise<CallOutput<M>>

/** One function a method: the compiler sees to it that none is missing. */
export type Handlers = { readonly [M in MethodName]: Handler<M> }

/** The part of them that one feature answers. */
export type HandlersOf<Prefix extends string> = Pick<Handlers, Extract<MethodName, `${Prefix}.${string}`>>
