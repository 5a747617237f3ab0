import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { BurstOrder, BurstReport } from './burst-load.ts'
import type { LoadOrder, LoadReport } from './lifecycle-load.ts'

/** The loads of this folder: what each is told and tells. */
type Loads = {
  'lifecycle-load': { order: LoadOrder; report: LoadReport }
  'burst-load': { order: BurstOrder; report: BurstReport }
}
type Message<Report> = { measuring?: boolean; report?: Report }

/** Runs a load in a process of its own; `onMeasuring` is called when warming up is over. */
export function runLoad<Name extends keyof Loads>(
  name: Name,
  order: Loads[Name]['order'],
  onMeasuring: () => void,
): Promise<Loads[Name]['report']> {
  type Report = Loads[Name]['report']
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), { execArgv: [] })
    let report: Report | undefined
    child.on('message', (message: Message<Report>) => {
      if (message.measuring) onMeasuring()
      report = message.report ?? report
    })
    child.once('error', reject)
    child.once('exit', (code) =>
      report ? resolve(report) : reject(new Error(`the load ended with ${code} and told nothing`)),
    )
    child.send(order)
  })
}
