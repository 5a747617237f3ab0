import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { Notice, ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { Sheet } from '#kernel/ui/sheet/sheet.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { useAction } from '#kernel/web/use-action.ts'
import type { Access, DataRequest, KeptReport } from '../contract.ts'
import { eraseOwnData } from '../web/routes.generated.ts'
import { messages } from './own-data.messages.ts'

type Props = {
  /** What is to go: by the pass all of it, else by codes. */
  access: Access
  about: readonly KeptReport[]
  onClose: () => void
  onDone: (request: DataRequest) => void
}

/** Says what goes and what stays, and what it means for what is still open, before anything goes. */
export function EraseSheet({ access, about, onClose, onDone }: Props) {
  const words = useMessages(messages)
  const { run, busy, problem } = useAction(eraseOwnData)
  const open = about.filter((kept) => kept.isOpen && !kept.erasedAt)
  const mayTakeBack = open.filter((kept) => kept.mayWithdraw)

  async function erase() {
    const answer = await run({ body: { ...access, insist: open.length > 0 } })
    if (answer) onDone(answer.request)
  }

  return (
    <Sheet title={words.eraseTitle} open onClose={onClose}>
      <p>{words.eraseHow}</p>
      {open.length > 0 && (
        <Notice kind="warn">
          <p>{words.eraseOpen(open.map((kept) => kept.number).join(words.comma))}</p>
          {mayTakeBack.length > 0 && <p>{words.eraseWithdraw}</p>}
          {mayTakeBack.map((kept) => (
            <ButtonLink key={kept.code} to={`/r/${encodeURIComponent(kept.code)}`}>
              {words.withdrawOne(kept.number)}
            </ButtonLink>
          ))}
        </Notice>
      )}
      <ProblemBox problem={problem} />
      <Button kind="danger" wide busy={busy} onPress={() => void erase()}>
        {open.length > 0 ? words.eraseInsist : words.eraseYes}
      </Button>
      <Button wide onPress={onClose}>
        {words.eraseNo}
      </Button>
    </Sheet>
  )
}
