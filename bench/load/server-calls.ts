import { type HttpLane, type Request, requestText } from './http-lane.ts'

export type Timed = { ms: number; status: number; body: string }

/** One call with the time it took. */
export async function timed(lane: HttpLane, request: Request): Promise<Timed> {
  const text = requestText(request)
  const began = performance.now()
  const { status, body } = await lane.ask(text)
  return { ms: performance.now() - began, status, body }
}
