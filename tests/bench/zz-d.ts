import { mkdtempSync } from 'node:fs'
import { movingInRows } from '/work/main/tests/bench/rows/moving-in.ts'
import { openBackend } from '/work/main/tests/bench/open-backend.ts'
import { createBackend } from '/work/main/electron/backend/container.ts'
import { measured } from '/work/main/tests/bench/row.ts'
const folder = mkdtempSync('/tmp/dangol-d-')
const pass='단골손님 어서오세요 77'
const b = await createBackend({dataFolder: folder, version:'x', keychain:null, emit:()=>{}})
const r = await b.call('ledger.create',{shopName:'x',passphrase:pass}) as any
await b.call('ledger.confirmRecovery',{recoveryCode:r.value.recoveryCode})
await b.close()
const open = await openBackend(folder, pass)
const rows = await movingInRows({rounds:(n:number)=>Number(process.env.N??n), row:(g:any)=>measured(true,g), ledgerWords:'empty'} as any, open)
console.table(rows.map(({name,value,unit})=>({name,value,unit})))
await open.backend.close()
