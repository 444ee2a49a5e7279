import '../zod-without-eval.ts'
import { setImmediate as turn } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { isDangolError } from '#shared/errors.ts'
import { targetError } from '../backup/target-errors.ts'
import { openDatabase } from '../platform/db/open.ts'
import { byteOrderMark } from '../platform/text/csv.ts'
import { csvOfValues } from './csv.ts'
import { describeExport, type ExportedFile } from './description.ts'
import type { ExportTask, ExportTold } from './export-task.ts'
import { folderPlace, writeText, zipPlace } from './place.port.ts'
import { rowsOf, tablesOf } from './tables.repo.ts'
import { writeWorkbook } from './workbook.port.ts'

// A thread of its own: ten years are millions of lines, and the counter must not wait for one of them.

/** Rows between two looks at how far it is. */
const step = 2_000

const work = async (task: ExportTask, tell: (told: ExportTold) => void): Promise<void> => {
  const db = openDatabase(task.path, { key: task.dataKey, mode: 'read' })
  const place = task.zip ? zipPlace(`${task.final}.zip`, task.password) : folderPlace(task.final)
  try {
    // One moment for all tables, however long it takes.
    db.exec('BEGIN')
    const tables = tablesOf(db)
    // Everything is written twice: as tables and into the workbook.
    const all = 2 * tables.reduce((sum, table) => sum + table.rows, 1)
    let rows = 0
    const count = async (): Promise<void> => {
      rows += 1
      if (rows % step !== 0) return
      tell({ is: 'progress', part: Math.min(1, rows / all) })
      await turn()
    }
    const files: ExportedFile[] = []
    for (const table of tables) {
      const pieces = async function* (): AsyncGenerator<string> {
        yield byteOrderMark + csvOfValues(table.columns)
        for (const row of rowsOf(db, table)) {
          yield csvOfValues(row)
          await count()
        }
      }
      await place.file(`tables/${table.name}.csv`, (out) => writeText(out, pieces()))
      files.push({ name: table.name, rows: table.rows, columns: table.columns })
    }
    await place.file('단골장부.xlsx', (out) => writeWorkbook(db, out, count))
    await place.file('설명.txt', (out) =>
      writeText(out, [byteOrderMark + describeExport(task.shop, task.at, files)]),
    )
    const path = await place.done()
    const people = tables.find(({ name }) => name === 'customer')?.rows ?? 0
    tell({ is: 'done', path, people, files: files.length + 2 })
  } catch (error) {
    await place.remove().catch(() => undefined)
    const told = targetError(error)
    if (!isDangolError(told)) throw error
    tell({ is: 'refused', code: told.code, params: { ...told.params } })
  } finally {
    db.close()
    task.dataKey.fill(0)
  }
}

// What this program was started with is what `export.service` gave.
const task: ExportTask = workerData
await work(task, (told) => parentPort?.postMessage(told))
