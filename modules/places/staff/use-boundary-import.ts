import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ownProblem, Problem } from '#kernel/web/problem.ts'
import { askAgain } from '#kernel/web/react/use-staff-route.ts'
import type { AreaKind, CheckedBoundaries, CoordinateSystem } from '../contract.ts'
import { checkBoundaries, importBoundaries } from '../web/routes.generated.ts'
import { sendGeoJson } from './send-geojson.ts'

export type Matching = { kind: AreaKind; system: CoordinateSystem; property: string | undefined }
export type ChosenFile = { file: File; features: readonly object[]; properties: readonly string[] }

/** What a GeoJSON file holds: its features, and which properties they have. Undefined when it cannot be read. */
export async function readFile(file: File): Promise<ChosenFile | undefined> {
  try {
    const parsed: unknown = JSON.parse((await file.text()).replace(/^\uFEFF/, ''))
    const given =
      typeof parsed === 'object' && parsed !== null && 'features' in parsed ? parsed.features : [parsed]
    if (!Array.isArray(given) || given.length === 0) return undefined
    const features = given.filter((each): each is object => typeof each === 'object' && each !== null)
    return { file, features, properties: propertiesOf(features) }
  } catch {
    return undefined
  }
}

/** The properties that at least half of the features say something in. */
function propertiesOf(features: readonly object[]): string[] {
  const said = features.flatMap((each) =>
    'properties' in each && typeof each.properties === 'object' && each.properties
      ? Object.entries(each.properties).filter(([, value]) => value !== null && value !== '')
      : [],
  )
  const counted = Map.groupBy(said, ([name]) => name)
  return [...counted].filter(([, values]) => values.length * 2 >= features.length).map(([name]) => name)
}

const likely = /^(code|代码|区划代码|网格代码|网格编码|name|名称|网格名称|社区名称)$/i

/** The property that most likely names the area; codes before names. */
export const likelyProperty = (properties: readonly string[]): string | undefined =>
  properties
    .filter((each) => likely.test(each))
    .toSorted((a, b) => Number(/name|名/i.test(a)) - Number(/name|名/i.test(b)))[0]

/** Checking and taking a file; an answer counts only for the choices it was asked with. */
export function useBoundaryImport(areaId: number, chosen: ChosenFile | undefined, matching: Matching) {
  const client = useQueryClient()
  const asked = JSON.stringify(matching)
  const [checked, setChecked] = useState<{ answer: CheckedBoundaries; asked: string; file: File }>()
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const { kind, system, property } = matching
  const input = { params: { areaId }, query: { kind, system, ...(property && { property }) } }

  async function during<Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> {
    setBusy(true)
    setProblem(undefined)
    try {
      return await work()
    } catch (error) {
      setProblem(error instanceof Problem ? error : ownProblem('unreadable'))
      return undefined
    } finally {
      setBusy(false)
    }
  }
  async function check(): Promise<void> {
    if (!chosen) return
    const { file } = chosen
    const answer = await during(() => sendGeoJson(checkBoundaries, input, file))
    if (answer) setChecked({ answer, asked, file })
  }
  async function take(only: 'sound' | undefined): Promise<number | undefined> {
    if (!chosen) return undefined
    const query = { ...input.query, ...(only && { only }) }
    const done = await during(() => sendGeoJson(importBoundaries, { ...input, query }, chosen.file))
    if (done) void askAgain(client, ['/areas'])
    return done?.taken
  }
  const isCurrent = checked?.asked === asked && checked.file === chosen?.file
  return { check, take, busy, problem, found: isCurrent ? checked.answer : undefined }
}
