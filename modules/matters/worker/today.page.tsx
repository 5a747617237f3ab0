import { useSearchParams } from 'wouter'
import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { ChoiceGrid } from '#kernel/ui/choice-grid/choice-grid.tsx'
import { Empty, Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { Notice, ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useKeptRoute } from '#kernel/web/use-kept-route.ts'
import type { Session } from '#modules/people/contract.ts'
import { useSession, useSignInCheck } from '#modules/people/web/door.ts'
import type { Counts, MatterSummary } from '../contract.ts'
import { countMatters } from '../web/routes.generated.ts'
import { AnsweredLine, MatterCard } from './matter-card.tsx'
import { isRunning } from './time-left.tsx'
import { messages } from './today.messages.ts'
import { useTodayList, type TodayList } from './use-today-list.ts'

/** "超期 1 · 待接单 2 · 在办 5" */
function CountLine({ counts }: { counts: Counts }) {
  const words = useMessages(messages)
  const parts = [
    counts.overdue > 0 && words.overdue(counts.overdue),
    counts.dueSoon > 0 && words.dueSoon(counts.dueSoon),
    counts.todo > 0 && words.todo(counts.todo),
    counts.doing > 0 && words.doing(counts.doing),
  ].filter((part) => typeof part === 'string')
  return <p>{parts.length > 0 ? parts.join('\u00a0· ') : words.allDone}</p>
}

function Nothing({ list, onWhole }: { list: TodayList; onWhole: () => void }) {
  const words = useMessages(messages)
  return (
    <Empty>
      <p>{list === 'mine' ? words.noMine : words.noneInGrid}</p>
      {list === 'mine' ? (
        <Button onPress={onWhole}>{words.seeWhole}</Button>
      ) : (
        <ButtonLink to="/work/new" icon="camera">
          {words.take}
        </ButtonLink>
      )}
    </Empty>
  )
}

function Matters({ items, session }: { items: readonly MatterSummary[]; session: Session }) {
  const words = useMessages(messages)
  const running = items.filter(isRunning)
  const answered = items.filter((matter) => !isRunning(matter))
  return (
    <>
      <ul className="mt-cards">
        {running.map((matter) => (
          <li key={matter.id}>
            <MatterCard matter={matter} session={session} />
          </li>
        ))}
      </ul>
      {answered.length > 0 && (
        <section className="mt-lines" aria-labelledby="answered">
          <h2 id="answered" className="mt-lines__title">
            {words.answered(answered.length)}
          </h2>
          {answered.map((matter) => (
            <AnsweredLine key={matter.id} matter={matter} session={session} />
          ))}
        </section>
      )}
    </>
  )
}

type HowItStands = {
  counts: Counts | undefined
  at: number | undefined
  offline: boolean
  reload: () => void
}

/** The counts, and how old they are. */
function HowItStands(props: HowItStands) {
  const words = useMessages(messages)
  const dates = useDates()
  const time = props.at === undefined ? '' : dates.moment(props.at)
  const again = (
    <Button kind="quiet" onPress={props.reload}>
      {words.refresh}
    </Button>
  )
  return (
    <>
      <div className="mt-fresh">
        <div>
          {props.counts && <CountLine counts={props.counts} />}
          {!props.offline && time && <p className="y-second">{words.updated(time)}</p>}
        </div>
        {!props.offline && again}
      </div>
      {props.offline && (
        <Notice kind="warn">
          <p>{words.offline(time)}</p>
          {again}
        </Notice>
      )}
    </>
  )
}

function Today({ session }: { session: Session }) {
  const words = useMessages(messages)
  const [search, setSearch] = useSearchParams()
  const list: TodayList = search.get('list') === 'mine' ? 'mine' : 'open'
  const counts = useKeptRoute(countMatters, {})
  const { first, further, more } = useTodayList(list, session.accountId)
  useSignInCheck(first.problem)
  const choose = (chosen: TodayList) => setSearch({ list: chosen }, { replace: true })
  const reload = () => {
    first.reload()
    counts.reload()
  }
  return (
    <>
      <HowItStands counts={counts.data} at={first.at} offline={first.offline} reload={reload} />
      <ChoiceGrid
        legend={words.which}
        legendUnseen
        choices={[
          { value: 'mine', label: words.mine(counts.data?.mine) },
          { value: 'open', label: words.whole(counts.data?.open) },
        ]}
        value={list}
        onChange={choose}
      />
      <Loaded from={first} lines={8}>
        {(data) =>
          data.items.length === 0 ? (
            <Nothing list={list} onWhole={() => choose('open')} />
          ) : (
            <Matters items={[...data.items, ...further]} session={session} />
          )
        }
      </Loaded>
      <ProblemBox problem={more.problem} onRetry={() => void more.run()} />
      {more.given && !more.problem && (
        <Button wide busy={more.busy} onPress={() => void more.run()}>
          {words.more}
        </Button>
      )}
    </>
  )
}

export function TodayPage() {
  const words = useMessages(messages)
  const session = useSession()
  const place = session.data?.posts.map((post) => post.areaName).join(' · ')
  return (
    <Page title={words.title} place={place} withBar>
      <Loaded from={session}>{(data) => <Today session={data} />}</Loaded>
    </Page>
  )
}
