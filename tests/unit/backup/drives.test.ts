import { describe, expect, it } from 'vitest'
import { largestFile } from '#backend/backup/drive.ts'
import { systemDrives } from '#backend/backup/drives.port.ts'
import { linuxDrives, mountsOf } from '#backend/backup/drives-linux.ts'
import { macDrives } from '#backend/backup/drives-macos.ts'
import { windowsDrives } from '#backend/backup/drives-windows.ts'

const mounts = `sysfs /sys sysfs rw,nosuid 0 0
/dev/nvme0n1p2 / ext4 rw,relatime 0 0
/dev/nvme0n1p1 /boot/efi vfat rw 0 0
/dev/sdb1 /media/shop/\\352\\260\\200\\352\\262\\214\\040USB vfat rw,nosuid 0 0
/dev/sdb1 /var/lib/somewhere/else/entirely vfat rw 0 0
/dev/sdc /mnt/back\\134slash exfat rw 0 0
/dev/mmcblk0p1 /media/card fuseblk rw 0 0
/dev/sda3 /home ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
/dev/sdd1
`

describe('removable drives on Linux', () => {
  it('are the mounts of removable disks, by their names, with spaces and Hangul', () => {
    const removable = new Set(['sdb', 'sdc', 'mmcblk0'])
    expect(linuxDrives(mountsOf(mounts), (disk) => removable.has(disk))).toEqual([
      { path: '/media/card', name: 'card', fileSystem: null },
      { path: '/mnt/back\\slash', name: 'slash', fileSystem: 'exfat' },
      { path: '/media/shop/가게 USB', name: '가게 USB', fileSystem: 'vfat' },
      { path: '/var/lib/somewhere/else/entirely', name: 'entirely', fileSystem: 'vfat' },
    ])
  })
  it('never are the system’s own, whatever the kernel says of its disk', () => {
    expect(linuxDrives(mountsOf(mounts), () => true).map(({ path }) => path)).not.toContain('/')
    expect(linuxDrives(mountsOf(mounts), () => true).map(({ path }) => path)).not.toContain('/boot/efi')
  })
})

describe('removable drives on Windows', () => {
  it('are an object for one, a list for many, nothing for none', () => {
    const one = '{"DeviceID":"E:","VolumeName":"가게","FileSystem":"FAT32"}'
    const stick = { path: 'E:\\', name: '가게 (E:)', fileSystem: 'FAT32' }
    expect(windowsDrives(one)).toEqual([stick])
    expect(
      windowsDrives(`\uFEFF[${one},{"DeviceID":"F:","VolumeName":null,"FileSystem":"exFAT"}]\r\n`),
    ).toEqual([stick, { path: 'F:\\', name: 'F:', fileSystem: 'exFAT' }])
    expect(windowsDrives('')).toEqual([])
  })
  it('leave out readers without a card, and whatever is no drive', () => {
    expect(windowsDrives('{"DeviceID":"G:","VolumeName":null,"FileSystem":null}')).toEqual([])
    expect(windowsDrives('{"DeviceID":"..\\\\x","FileSystem":"NTFS"}')).toEqual([])
    expect(windowsDrives('Get-CimInstance : Access denied')).toEqual([])
  })
})

describe('removable drives on a Mac', () => {
  it('are volumes that can be written and seen', () => {
    const output = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk4s1 on /Volumes/가게 USB (msdos, local, nodev, nosuid, noowners)
/dev/disk5s1 on /Volumes/Install (hfs, local, nodev, read-only)
/dev/disk6s2 on /Volumes/.hidden (apfs, local, nobrowse)
map auto_home on /System/Volumes/Data/home (autofs)`
    expect(macDrives(output)).toEqual([{ path: '/Volumes/가게 USB', name: '가게 USB', fileSystem: 'msdos' }])
  })
})

describe('file systems', () => {
  it('of the FAT family hold no file of 4 GiB', () => {
    for (const name of ['FAT32', 'vfat', 'msdos', 'FAT']) expect(largestFile(name)).toBe(4 * 1024 ** 3 - 1)
    for (const name of ['exfat', 'exFAT', 'NTFS', 'ext4', null])
      expect(largestFile(name)).toBe(Number.POSITIVE_INFINITY)
  })
  it('tell the room on them, and nothing where there is none', async () => {
    expect(await systemDrives.freeBytes('/tmp')).toBeGreaterThan(0)
    expect(await systemDrives.freeBytes('/no/such/place')).toBeNull()
    expect(Array.isArray(await systemDrives.list())).toBe(true)
  })
})
