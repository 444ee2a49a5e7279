// Draws the pictures of docs/wiring.md from the plans that the app shows: `node dev/draw-wiring.ts`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wiringPlans } from '#shared/wiring.ts'
import { wiringFile, wiringSvg } from './wiring-svg.ts'

const folder = join(import.meta.dirname, '../docs/wiring')
mkdirSync(folder, { recursive: true })
for (const plan of wiringPlans) writeFileSync(join(folder, wiringFile(plan)), wiringSvg(plan))
