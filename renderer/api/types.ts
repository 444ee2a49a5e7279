import type { CallOutput } from '#shared/contract/index.ts'

export type AppStatus = CallOutput<'app.status'>
export type DoorStatus = CallOutput<'door.status'>
