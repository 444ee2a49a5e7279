import { Menu } from 'electron'

/**
 * macOS needs a menu for copy, paste and quit; elsewhere none is wanted: its accelerators (reload, close, zoom,
 * developer tools) have no place at a counter.
 */
export const setMenu = (platform: NodeJS.Platform): void => {
  Menu.setApplicationMenu(
    platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null,
  )
}
