import type { Role } from '../contract.ts'
import type { Mark, WantedPost } from './people-sheet.ts'
import type { KnownPost } from './import-queries.ts'
import { roleWord } from './role-words.ts'
import { adminKinds } from './roles.ts'

type Days = { from: string; to: string | null }
/** Ends are open: the day a post ends belongs to the next holder. */
const overlap = (one: Days, other: Days): boolean =>
  (one.to === null || other.from < one.to) && (other.to === null || one.from < other.to)

const daysOf = (post: KnownPost): Days => ({ from: post.valid_from, to: post.valid_to })

/**
 * Finds the posts that are registered already (`known` is set), and marks what cannot be: the same post twice, the same
 * post with other details, a second leader or full-time worker in one grid, and two kinds of administrator in one person.
 */
export function markConflicts(wanted: readonly WantedPost[], known: readonly KnownPost[], mark: Mark): void {
  const knownHere = Map.groupBy(known, (post) => `${post.area_id} ${post.role}`)
  const earlierHere = new Map<string, WantedPost[]>()
  for (const post of wanted) {
    if (!post.role || !post.area || post.from === '') continue
    const here = `${post.area.id} ${post.role}`
    againstKnown(post, knownHere.get(here) ?? [], mark)
    const earlier = earlierHere.get(here) ?? []
    againstEarlier(post, earlier, mark)
    earlierHere.set(here, [...earlier, post])
  }
  markAdminKinds(wanted, known, mark)
}

// Administrators hold their posts in the district, so those registered are among the posts known there.
function markAdminKinds(wanted: readonly WantedPost[], known: readonly KnownPost[], mark: Mark): void {
  const isKind = (role: string | undefined): role is Role => adminKinds.some((kind) => kind === role)
  const held = [
    ...known.map((post) => ({ account: post.account_id, role: post.role, days: daysOf(post) })),
    ...wanted.map((post) => ({ account: post.account.id, role: post.role, days: post })),
  ].filter(({ role }) => isKind(role))
  for (const post of wanted) {
    if (!isKind(post.role) || post.from === '') continue
    const other = held.find(
      ({ account, role, days }) => account === post.account.id && role !== post.role && overlap(post, days),
    )
    if (!isKind(other?.role)) continue
    mark(
      post.row,
      `${roleWord(post.role)}与${roleWord(other.role)}不能由同一个人担任 / one person may not be two kinds of administrator`,
    )
  }
}

function againstKnown(post: WantedPost, here: readonly KnownPost[], mark: Mark): void {
  const overlapping = here.filter((each) => overlap(post, daysOf(each)))
  const own = overlapping.find((each) => each.account_id === post.account.id)
  if (own) {
    post.known = own
    const other = differences(post, own)
    if (other.length > 0)
      mark(
        post.row,
        `已在任（${own.valid_from}起），但内容不同：${other.join('、')} / holds this post with other details`,
      )
    return
  }
  const [holder] = overlapping
  if (!holder || !isSingle(post)) return
  mark(
    post.row,
    `${placeOf(post)}的${post.role ? roleWord(post.role) : ''}已是${holder.holder}（${holder.valid_from}起），请先结束原任 / ${holder.holder} holds this post, end that first`,
  )
}

function againstEarlier(post: WantedPost, earlier: readonly WantedPost[], mark: Mark): void {
  for (const other of earlier) {
    if (!overlap(post, other)) continue
    if (other.account === post.account) {
      mark(post.row, `与第${other.row.line}行重复 / same post as row ${other.row.line}`)
    } else if (isSingle(post)) {
      mark(
        post.row,
        `${placeOf(post)}的${post.role ? roleWord(post.role) : ''}在第${other.row.line}行已给${other.account.name} / row ${other.row.line} gives this post to ${other.account.name}`,
      )
    } else continue
    return
  }
}

const isSingle = ({ role }: WantedPost): boolean => role === 'grid_leader' || role === 'grid_worker'
const placeOf = ({ area }: WantedPost): string => area?.names.slice(-2).join('/') ?? ''

/** What the sheet says otherwise than the register. A beginning left empty means the one that is registered. */
function differences({ row, organisationId, from, to }: WantedPost, own: KnownPost): string[] {
  const { cells } = row
  const pairs = [
    ['任职日期 / from', cells.valid_from === '' ? own.valid_from : from, own.valid_from],
    ['离任日期 / to', to, own.valid_to],
    ['单位 / organisation', organisationId, own.organisation_id],
    ['职责 / duty', cells.duty, own.duty],
    ['工作电话 / work phone', cells.work_phone, own.work_phone],
  ] as const
  return pairs.filter(([, given, kept]) => given !== kept).map(([title]) => title)
}
