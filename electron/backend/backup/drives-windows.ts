import { z } from 'zod'
import type { Drive } from './drive.ts'

/** DriveType 2 is removable; see Win32_LogicalDisk. Nothing in it is about anybody. */
export const windowsQuery =
  "[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-CimInstance Win32_LogicalDisk -Filter 'DriveType=2' | Select-Object DeviceID,VolumeName,FileSystem | ConvertTo-Json -Compress"

const disk = z.object({
  DeviceID: z.string().regex(/^[A-Z]:$/i),
  VolumeName: z.string().nullish(),
  FileSystem: z.string().nullish(),
})

/** PowerShell prints nothing for none, an object for one and a list for many. A reader without a card has no file system. */
export const windowsDrives = (output: string): Drive[] => {
  const found = parsed(output.replace(/^\uFEFF/, '').trim())
  return (Array.isArray(found) ? found : [found]).flatMap((one: unknown): Drive[] => {
    const known = disk.safeParse(one)
    if (!known.success) return []
    const { DeviceID, VolumeName, FileSystem } = known.data
    if (FileSystem === null || FileSystem === undefined || FileSystem === '') return []
    const label = VolumeName === null || VolumeName === undefined || VolumeName === '' ? '' : `${VolumeName} `
    const name = label === '' ? DeviceID : `${label}(${DeviceID})`
    return [{ path: `${DeviceID}\\`, name, fileSystem: FileSystem }]
  })
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
