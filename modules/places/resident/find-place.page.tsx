import { useState } from 'react'
import { useLocation } from 'wouter'
import { ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { call } from '#kernel/web/call.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ownProblem, Problem } from '#kernel/web/problem.ts'
import { type ChosenPlace, PlacePicker } from '../web/phone-door.ts'
import { readPlaceDoor } from '../web/routes.generated.ts'
import { messages } from './find-place.messages.ts'

/** The way to the report page for who has no code to scan. */
export function FindPlacePage() {
  const words = useMessages(messages)
  const [, go] = useLocation()
  const [problem, setProblem] = useState<Problem>()
  async function choose({ areaId }: ChosenPlace): Promise<void> {
    setProblem(undefined)
    try {
      const { token } = await call(readPlaceDoor, { params: { areaId } })
      go(`/d/${encodeURIComponent(token)}`)
    } catch (error) {
      // No code on its door: the place has a page of its own all the same.
      if (error instanceof Problem && error.status === 404) go(`/p/${areaId}`)
      else setProblem(error instanceof Problem ? error : ownProblem('unreadable'))
    }
  }
  return (
    <Page title={words.title} back="/">
      <p>{words.how}</p>
      <ProblemBox problem={problem} />
      <PlacePicker onChoose={(place) => void choose(place)} />
    </Page>
  )
}
