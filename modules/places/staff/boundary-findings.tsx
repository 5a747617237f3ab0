import { Alert } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import type { CheckedBoundaries, CheckedShape } from '../contract.ts'
import { findingWords } from './boundary-findings.messages.ts'

/** What a check found about one boundary: faults that keep it from being saved, or what one should know before. */
export function BoundaryFindings({ found }: { found: CheckedBoundaries }) {
  const words = useMessages(findingWords)
  const [shape] = found.items
  if (!shape) return null
  const lines = [...linesOf(shape, words), ...found.gaps.map((gap) => words.gap(gap.name, gap.squareMetres))]
  return (
    <Alert
      type={shape.faults.length > 0 ? 'error' : 'warning'}
      showIcon
      role="alert"
      title={
        <ul className="p-list">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    />
  )
}

/** Faults first, then warnings. */
export const linesOf = (shape: CheckedShape, words: (typeof findingWords)['zh']): string[] => [
  ...shape.faults.map((fault) => words.faults[fault]),
  ...shape.warnings.map(({ what, name, squareMetres }) => words[what](name, squareMetres)),
]
