import { createElement, useEffect, useReducer, useState, type ComponentType } from 'react'
import { Route, Switch } from 'wouter'
import { Button } from '#kernel/ui/button/button.tsx'
import { Waiting } from '#kernel/ui/loaded/loaded.tsx'
import { Notice } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useMessages } from './messages.ts'
import { askEarly } from './use-route.ts'

/** One line of a module's pages.ts. Pages take no props: `useParams()` of wouter gives what the path holds. */
export type PageEntry = {
  /** As the browser shows it, parameters as `:name`. */
  readonly path: string
  readonly load: () => Promise<ComponentType>
  /** A GET below /api/v1 with the path's own parameters, asked while the page's code is still on its way. */
  readonly early?: string
}

const zh = {
  missing: '这个网址打不开',
  missingHow: '请再扫一次楼道里的二维码，或者看看网址有没有写错。',
  failed: '这一页没能打开，请检查网络后再试。',
  again: '再试一次',
}

const en: typeof zh = {
  missing: 'This address leads nowhere',
  missingHow: 'Scan the code at your door again, or check the address for a mistake.',
  failed: 'This page could not be opened. Check the network and try again.',
  again: 'Try again',
}

const messages = { zh, en }

const arrived = new Map<PageEntry, ComponentType>()

/** The parameters of a path that fits the pattern, segment by segment. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/').filter(Boolean)
  const given = path.split('/').filter(Boolean)
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? ''
    if (segment.startsWith(':')) params[segment.slice(1)] = decodeURIComponent(value)
    else if (segment !== value) return undefined
  }
  return params
}

async function loadPage(entry: PageEntry): Promise<void> {
  if (!arrived.has(entry)) arrived.set(entry, await entry.load())
}

/** Starts the first page's code and its first call together, so that neither waits for the other. */
export async function loadFirstPage(pages: readonly PageEntry[], path: string): Promise<void> {
  for (const entry of pages) {
    const params = matchPath(entry.path, path)
    if (!params) continue
    if (entry.early) askEarly(entry.early, params)
    await loadPage(entry).catch(() => undefined) // The page slot shows what failed.
    return
  }
}

function PageSlot({ entry }: { entry: PageEntry }) {
  const words = useMessages(messages)
  const [, again] = useReducer((count: number) => count + 1, 0)
  const [failed, setFailed] = useState(false)
  const Arrived = arrived.get(entry)
  useEffect(() => {
    if (!Arrived) loadPage(entry).then(again, () => setFailed(true))
  }, [entry, Arrived])
  if (Arrived) return createElement(Arrived)
  return (
    <Page title="">
      {failed ? (
        <Notice kind="problem">
          <p>{words.failed}</p>
          {/* A whole reload: after an update the page's code has a new address. */}
          <Button onPress={() => location.reload()}>{words.again}</Button>
        </Notice>
      ) : (
        <Waiting lines={5} />
      )}
    </Page>
  )
}

function MissingPage() {
  const words = useMessages(messages)
  return (
    <Page title={words.missing}>
      <p>{words.missingHow}</p>
    </Page>
  )
}

export function Pages({ pages }: { pages: readonly PageEntry[] }) {
  return (
    <Switch>
      {pages.map((entry) => (
        <Route key={entry.path} path={entry.path}>
          <PageSlot entry={entry} key={entry.path} />
        </Route>
      ))}
      <Route>
        <MissingPage />
      </Route>
    </Switch>
  )
}
