import { contextBridge, ipcRenderer } from 'electron'
import { guestEventNames, guestMethodNames } from '#shared/contract/names.ts'
import { createBridge } from './bridge.ts'

// The guest's own screen: its few methods and its one event; main and the backend refuse everything else as well.
contextBridge.exposeInMainWorld(
  'dangol',
  createBridge(ipcRenderer, { methods: guestMethodNames, events: guestEventNames }),
)
