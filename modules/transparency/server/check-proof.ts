import { createHash } from 'node:crypto'
import type { Proof } from '../contract.ts'
import { headHolds } from './log-key.ts'
import { leafHash, rootFrom } from './merkle-tree.ts'

const sha256 = (...parts: (string | Buffer)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')

/** What does not hold in a proof, by name; empty when all of it holds. Needs nothing but the proof. */
export function faultsOf(proof: Proof): string[] {
  const { report, event, leaf, path, head, publicKey } = proof
  const faults: string[] = []
  if (report.text !== undefined && sha256(report.text).toString('hex') !== report.fingerprint)
    faults.push('report-text')
  if (!event.text.includes(`"fingerprint":"${report.fingerprint}"`)) faults.push('fingerprint-not-in-event')
  const hash = sha256(bytes(event.previous), event.text)
  if (hash.toString('hex') !== event.hash) faults.push('event-hash')
  if (!leadsToRoot()) faults.push('path')
  if (!headHolds(head, publicKey)) faults.push('signature')
  return faults

  function leadsToRoot(): boolean {
    try {
      const root = rootFrom(leafHash(hash), leaf, head.size, path.map(bytes))
      return root.toString('hex') === head.root
    } catch {
      return false
    }
  }
}
