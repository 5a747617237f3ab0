import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { LoadOrder, LoadReport } from './lifecycle-load.ts'

type Message = { measuring?: boolean; report?: LoadReport }

/** Runs the load in a process of its own; `onMeasuring` is called when warming up is over. */
export function runLoad(order: LoadOrder, onMeasuring: () => void): Promise<LoadReport> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./lifecycle-load.ts', import.meta.url)), { execArgv: [] })
    let report: LoadReport | undefined
    child.on('message', (message: Message) => {
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
