import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Programs named `lp` and `lpstat` that keep what is printed in a folder, as CUPS says it does. */
export interface FakeSpooler {
  /** Goes in front of PATH. */
  readonly programs: string
  /** Whole jobs, in the order in which they were given. */
  jobs(): Uint8Array[]
  /** The words with which `lp` was called. */
  calls(): string[]
  /** What `lpstat -l -p` says beside the first line. */
  alerts(words: string): void
  stop(stopped: boolean): void
  /** Jobs are printed at once unless held. */
  hold(held: boolean): void
  /** What is held is taken out of the queue by somebody at the PC. */
  dropHeld(): void
  refuse(refused: boolean): void
}

// A job shows only when it is whole and everything about it is noted: who waits for it acts on what it finds.
const lp = (folder: string): string => `#!/bin/sh
[ -e "${folder}/refuse" ] && { echo "lp: Error - not accepting jobs" >&2; exit 1; }
n=$(($(ls "${folder}/jobs" | wc -l) + 1))
cat > "${folder}/coming"
printf '%s\\n' "$*" >> "${folder}/calls"
[ -e "${folder}/hold" ] && : > "${folder}/held/$n"
mv "${folder}/coming" "${folder}/jobs/$n"
echo "request id is receipt-$n (0 file(s))"
`

const lpstat = (folder: string): string => `#!/bin/sh
case "$*" in
  -e) echo receipt; echo labels ;;
  "-l -p receipt")
    if [ -e "${folder}/stopped" ]; then
      echo "printer receipt disabled since Sun 22 Nov 2026 -"; echo "	Paused"
    else echo "printer receipt is idle.  enabled since Sun 22 Nov 2026"; fi
    echo "	Alerts: $(cat "${folder}/alerts")" ;;
  "-W not-completed -o receipt")
    for n in $(ls "${folder}/held"); do echo "receipt-$n       anna    1024   Sun 22 Nov 2026"; done ;;
  "-l -W completed -o receipt")
    for n in $(ls "${folder}/jobs"); do
      [ -e "${folder}/held/$n" ] && continue
      echo "receipt-$n       anna    1024   Sun 22 Nov 2026"
      if [ -e "${folder}/dropped/$n" ]; then echo "	Alerts: job-canceled-by-user"
      else echo "	Alerts: job-completed-successfully"; fi
    done ;;
  *) echo "lpstat: Invalid destination name in list" >&2; exit 1 ;;
esac
`

/** @param folder empty; removed by the caller. */
export const createFakeSpooler = (folder: string): FakeSpooler => {
  for (const name of ['jobs', 'held', 'dropped', 'bin']) mkdirSync(join(folder, name))
  for (const [name, text] of Object.entries({ lp: lp(folder), lpstat: lpstat(folder) })) {
    writeFileSync(join(folder, 'bin', name), text)
    chmodSync(join(folder, 'bin', name), 0o755)
  }
  const flag = (name: string, on: boolean): void => {
    if (on) writeFileSync(join(folder, name), '')
    else rmSync(join(folder, name), { force: true })
  }
  const held = (): string[] => readdirSync(join(folder, 'held'))
  writeFileSync(join(folder, 'alerts'), 'none')
  return {
    programs: join(folder, 'bin'),
    jobs: () =>
      readdirSync(join(folder, 'jobs'))
        .sort((a, b) => Number(a) - Number(b))
        .map((name) => readFileSync(join(folder, 'jobs', name))),
    calls: () =>
      existsSync(join(folder, 'calls'))
        ? readFileSync(join(folder, 'calls'), 'utf8').trimEnd().split('\n')
        : [],
    alerts: (words) => writeFileSync(join(folder, 'alerts'), words),
    stop: (stopped) => flag('stopped', stopped),
    hold(on) {
      flag('hold', on)
      if (!on) for (const name of held()) rmSync(join(folder, 'held', name))
    },
    dropHeld() {
      for (const name of held()) {
        flag(join('dropped', name), true)
        rmSync(join(folder, 'held', name))
      }
    },
    refuse: (refused) => flag('refuse', refused),
  }
}
