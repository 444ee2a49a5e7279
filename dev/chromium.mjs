import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

// Plain JavaScript: the set-up runs it on whatever Node the machine has.

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

const fixedPlaces = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ],
}

/**
 * The full path of a Chromium-based browser on this machine: the environment's `CHROMIUM` first (and alone, when it is
 * set), then the usual places; null when there is none.
 * @param {Record<string, string | undefined>} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {string | null}
 */
export const findChromium = (env = process.env, platform = process.platform) => {
  if (env.CHROMIUM) return existsSync(env.CHROMIUM) ? env.CHROMIUM : null
  const places =
    platform === 'win32'
      ? [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].flatMap((folder) =>
          folder ? fixedPlaces.win32.map((place) => join(folder, place)) : [],
        )
      : platform === 'darwin'
        ? fixedPlaces.darwin
        : (env.PATH ?? '')
            .split(delimiter)
            .filter((folder) => folder !== '')
            .flatMap((folder) => names.map((name) => join(folder, name)))
  return places.find((place) => existsSync(place)) ?? null
}
