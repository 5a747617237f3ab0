import { Button } from 'antd'
import { useNavigate, useParams } from '@tanstack/react-router'
import { formatDay } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useSession } from '#kernel/web/react/session.tsx'
import { areaWords, Paper, ScreenOnly } from '#modules/places/web/door.tsx'
import type { Post } from '../contract.ts'
import { roleWords } from '../web/role-words.messages.ts'
import { messages } from './duties.messages.ts'
import { type Board, cellsAtMost, useBoard } from './use-board.ts'
import './duties.css'
import './posts.css'

/** The board on the wall of a building or grid: who, as what, for what, on which work phone. */
export function DutiesPage() {
  const words = useMessages(messages)
  const params: { areaId?: string } = useParams({ strict: false })
  const areaId = Number(params.areaId)
  const board = useBoard(areaId)
  const navigate = useNavigate()
  const go = (to: '/areas' | '/posts'): void =>
    void navigate({ to, search: () => ({ area: String(areaId) }) })
  const isEmpty =
    board.data?.people.length === 0 && board.data.below.every(({ people }) => people.length === 0)
  return (
    <>
      <ScreenOnly>
        <div className="o-bar" style={{ maxWidth: '210mm', margin: '0 auto 12px' }}>
          <Button onClick={() => go('/areas')}>{words.back}</Button>
          <span className="o-hint" style={{ flex: 1 }}>
            {words.hint}
          </span>
          <Button type="primary" disabled={!board.data || isEmpty} onClick={() => window.print()}>
            {words.print}
          </Button>
        </div>
        <ProblemNote problem={board.error} again={() => void board.refetch()} />
        {board.isPending && <p className="o-hint">{words.waiting}</p>}
        {isEmpty && (
          <p>
            {words.none}{' '}
            <Button size="small" onClick={() => go('/posts')}>
              {words.toPosts}
            </Button>
          </p>
        )}
      </ScreenOnly>
      {board.data && !isEmpty && <BoardSheet board={board.data} />}
    </>
  )
}

function BoardSheet({ board }: { board: Board }) {
  const words = useMessages(messages)
  const terms = useMessages(areaWords)
  const language = useLanguage()
  const { districtName } = useSession()
  const { area, people, below, belowCount, checkedAt } = board
  const kind = below[0]?.area.kind
  return (
    <Paper className="o-board">
      <header>
        <p>{area.pathNames.slice(0, -1).join(' ')}</p>
        <h2>
          {area.name} {words.title}
        </h2>
      </header>
      {people.length > 0 && (
        <>
          <h3>{words.people}</h3>
          <People people={people} />
        </>
      )}
      {kind && (
        <>
          <h3>{words.units(terms.kinds[kind])}</h3>
          <Cells below={below} />
          {belowCount > cellsAtMost && <p>{words.limited(cellsAtMost)}</p>}
        </>
      )}
      <footer>
        <span>{words.scan}</span>
        <span>
          {districtName} · {words.checked(formatDay(checkedAt, language))}
        </span>
      </footer>
    </Paper>
  )
}

function People({ people }: { people: readonly Post[] }) {
  const { columns: words } = useMessages(messages)
  const roles = useMessages(roleWords)
  return (
    <table>
      <thead>
        <tr>
          <th>{words.role}</th>
          <th>{words.name}</th>
          <th>{words.area}</th>
          <th>{words.duty}</th>
          <th>{words.phone}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((post) => (
          <tr key={post.id}>
            <td>{roles[post.role]}</td>
            <td>{post.holder}</td>
            <td>{post.areaName}</td>
            <td>{post.duty}</td>
            <td>{post.workPhone}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Places and posts only: no dwelling is marked and nobody but the post holder is named. */
function Cells({ below }: { below: Board['below'] }) {
  const words = useMessages(messages)
  const roles = useMessages(roleWords)
  return (
    <ul className="o-cells">
      {below.map(({ area, people }) => (
        <li key={area.id}>
          <strong>{area.name}</strong>
          {people.length === 0 && words.vacant}
          {people.map((post) => (
            <div key={post.id}>
              {post.areaId !== area.id && `${post.areaName} `}
              {roles[post.role]} {post.holder} {post.workPhone}
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}
