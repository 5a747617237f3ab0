import { Alert, Button, InputNumber, Progress, Segmented } from 'antd'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { Can, useSession } from '#kernel/web/react/session.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { readOffice } from '#modules/office/web/door.tsx'
import { ScreenOnly } from '../web/paper.tsx'
import { readPlaceSettings } from '../web/routes.generated.ts'
import { layouts, pagesOf, PosterSheet } from './poster-sheet.tsx'
import { messages } from './posters.messages.ts'
import { usePosters } from './use-posters.ts'
import './posters.css'

/** The posters of an area's door codes, of one building or a whole street, as they come out of the printer. */
export function PostersPage() {
  const words = useMessages(messages)
  const { districtName } = useSession()
  const { search } = useAddress()
  const params: { areaId?: string } = useParams({ strict: false })
  const areaId = Number(params.areaId)
  const posters = usePosters(areaId, search['codes']?.split('.') ?? [])
  const settings = useStaffRoute(readPlaceSettings, {})
  const office = useStaffRoute(readOffice, {})
  const layout = layouts.find((each) => String(each) === search['layout']) ?? 1
  const pages = pagesOf(posters.sheets, layout)
  const from = Math.max(1, Number(search['from']) || 1)
  const to = Math.min(pages.length, Number(search['to']) || pages.length)
  const poster = settings.data?.poster
  return (
    <>
      <ScreenOnly>
        <Bar areaId={areaId} posters={posters} pages={pages.length} range={[from, to]} layout={layout} />
        <div className="p-poster-bar">
          <p className="p-hint">{words.hint}</p>
          <Notes posters={posters} showsWorker={poster?.showsWorker ?? true} />
        </div>
      </ScreenOnly>
      {poster &&
        pages
          .slice(from - 1, to)
          .map((sheets) => (
            <PosterSheet
              key={sheets[0]?.code.token}
              sheets={sheets}
              layout={layout}
              words={poster}
              districtName={districtName}
              sign={office.data?.sign?.url}
            />
          ))}
    </>
  )
}

type BarProps = {
  areaId: number
  posters: ReturnType<typeof usePosters>
  pages: number
  range: readonly [from: number, to: number]
  layout: (typeof layouts)[number]
}

function Bar({ areaId, posters, pages, range: [from, to], layout }: BarProps) {
  const words = useMessages(messages)
  const { change } = useAddress()
  const navigate = useNavigate()
  const back = (): void =>
    void navigate({ to: '/areas', search: () => ({ area: String(areaId), tab: 'codes' }) })
  const set = (part: Record<string, string | undefined>): void => change(part, { replace: true })
  return (
    <div className="p-poster-bar">
      <Button onClick={back}>{words.back}</Button>
      <Segmented
        aria-label={words.layout}
        value={layout}
        onChange={(value) => set({ layout: String(value), from: undefined, to: undefined })}
        options={layouts.map((value) => ({ value, label: words.layouts[value] }))}
      />
      <Can permission="places.edit">
        <Link to="/settings/posters">{words.words}</Link>
      </Can>
      <span className="p-space" />
      {pages > 1 && (
        <span>
          {words.fromPage}{' '}
          <InputNumber
            aria-label={words.fromPage}
            size="small"
            min={1}
            max={pages}
            value={from}
            onChange={(page) => set({ from: page ? String(page) : undefined })}
          />{' '}
          {words.toPage}{' '}
          <InputNumber
            aria-label={words.toPage}
            size="small"
            min={from}
            max={pages}
            value={to}
            onChange={(page) => set({ to: page ? String(page) : undefined })}
          />
        </span>
      )}
      <span className="p-hint">{words.count(posters.sheets.length, Math.max(0, to - from + 1))}</span>
      <Button
        type="primary"
        disabled={posters.isWaiting || posters.sheets.length === 0}
        onClick={() => window.print()}
      >
        {words.print}
      </Button>
    </div>
  )
}

/** What one should know before the paper comes out. */
function Notes(props: { posters: ReturnType<typeof usePosters>; showsWorker: boolean }) {
  const words = useMessages(messages)
  const { sheets, problem, again, isWaiting, loaded, all } = props.posters
  if (problem) return <ProblemNote problem={problem} again={again} />
  if (isWaiting) {
    return (
      <p role="status">
        {words.waiting(loaded, all)}
        <Progress percent={all > 0 ? Math.floor((loaded / all) * 100) : 0} size="small" />
      </p>
    )
  }
  if (sheets.length === 0) {
    return (
      <p>
        {words.none}
        {words.noneNext}
      </p>
    )
  }
  const without = sheets.filter(({ worker }) => !worker).length
  if (!props.showsWorker || without === 0) return null
  return <Alert type="warning" showIcon title={words.noContact(without)} />
}
