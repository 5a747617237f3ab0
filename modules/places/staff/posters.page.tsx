import { Alert, Button, Segmented } from 'antd'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useSession } from '#kernel/web/react/session.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { ScreenOnly } from '../web/paper.tsx'
import { LabelPage, Poster, type Sheet } from './poster.tsx'
import { messages } from './posters.messages.ts'
import { printedAtMost, usePosters } from './use-posters.ts'
import './posters.css'

const perPage = 6

/** In groups of six, the last one with what is left. */
const pagesOf = (sheets: readonly Sheet[]): Sheet[][] =>
  Array.from({ length: Math.ceil(sheets.length / perPage) }, (_, page) =>
    sheets.slice(page * perPage, (page + 1) * perPage),
  )

/** The posters of an area's door codes, as they come out of the printer. */
export function PostersPage() {
  const words = useMessages(messages)
  const { districtName } = useSession()
  const { search, change } = useAddress()
  const params: { areaId?: string } = useParams({ strict: false })
  const areaId = Number(params.areaId)
  const tokens = search['codes']?.split('.') ?? []
  const posters = usePosters(areaId, tokens)
  const navigate = useNavigate()
  const layout = search['layout'] === 'labels' ? 'labels' : 'poster'
  const pages = pagesOf(posters.sheets)
  const back = (): void =>
    void navigate({ to: '/areas', search: () => ({ area: String(areaId), tab: 'codes' }) })
  const without = posters.sheets.filter(({ worker }) => !worker).length
  return (
    <>
      <ScreenOnly>
        <div className="p-poster-bar">
          <Button onClick={back}>{words.back}</Button>
          <Segmented
            aria-label={words.layout}
            value={layout}
            onChange={(value) => change({ layout: value }, { replace: true })}
            options={[
              { value: 'poster', label: words.layouts.poster },
              { value: 'labels', label: words.layouts.labels },
            ]}
          />
          <span className="p-space" />
          <span className="p-hint">
            {words.count(posters.sheets.length, layout === 'labels' ? pages.length : posters.sheets.length)}
          </span>
          <Button
            type="primary"
            disabled={posters.isWaiting || posters.sheets.length === 0}
            onClick={() => window.print()}
          >
            {words.print}
          </Button>
          <p className="p-hint">{words.hint}</p>
          <Notes posters={posters} without={without} />
        </div>
      </ScreenOnly>
      {!posters.isWaiting &&
        (layout === 'labels'
          ? pages.map((sheets) => <LabelPage key={sheets[0]?.code.token} sheets={sheets} />)
          : posters.sheets.map((sheet) => (
              <Poster key={sheet.code.token} sheet={sheet} districtName={districtName} />
            )))}
    </>
  )
}

/** What one should know before the paper comes out. */
function Notes({ posters, without }: { posters: ReturnType<typeof usePosters>; without: number }) {
  const words = useMessages(messages)
  const { codes, failed } = posters
  if (codes.error) return <ProblemNote problem={codes.error} again={() => void codes.refetch()} />
  if (posters.isWaiting) return <p>{words.waiting}</p>
  if (posters.sheets.length === 0) {
    return (
      <p>
        {words.none}
        {words.noneNext}
      </p>
    )
  }
  const again = (
    <Button size="small" onClick={posters.askAgain}>
      {words.retry}
    </Button>
  )
  return (
    <>
      {posters.leftOut > 0 && <Alert type="warning" showIcon title={words.tooMany(printedAtMost)} />}
      {failed > 0 && <Alert type="error" showIcon title={words.contactsFailed(failed)} action={again} />}
      {failed === 0 && without > 0 && <Alert type="warning" showIcon title={words.noContact(without)} />}
    </>
  )
}
