import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { createServer, type ViteDevServer } from 'vite'
import { REPO, residentConfig, staffConfig } from './configs.ts'
import { shellOf } from './shells.ts'

export type WebDev = {
  /** Answers what belongs to the web apps and calls `next` for the rest (the API). */
  readonly handle: (
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ) => void
  readonly close: () => Promise<void>
}

type Page = { vite: ViteDevServer; shell: string; url: string }

async function sendShell({ vite, shell, url }: Page, response: ServerResponse): Promise<void> {
  // door.html is index.html with another waiting frame, which only a build renders.
  const source = join(REPO, 'apps', shell.replace('door.html', 'index.html'))
  const html = await vite.transformIndexHtml(
    `/${source.split('/').pop()}`,
    await readFile(source, 'utf8'),
    url,
  )
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(html)
}

async function answer(page: Page, response: ServerResponse): Promise<void> {
  try {
    await sendShell(page, response)
  } catch (error) {
    // The one reading this is the developer: the whole error, in the page.
    response.statusCode = 500
    response.end(error instanceof Error ? error.stack : String(error))
  }
}

/** Vite for both apps, from source, for `npm run dev`; pages reload by themselves when a file changes. */
export async function startWebDev(): Promise<WebDev> {
  const [resident, staff] = await Promise.all([createServer(residentConfig()), createServer(staffConfig())])
  return {
    handle(request, response, next) {
      const url = request.url ?? '/'
      const { pathname } = new URL(url, 'http://local')
      const isPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
      const shell = shellOf(pathname)
      const vite = pathname.startsWith('/staff') ? staff : resident
      if (!isPage || !shell) return vite.middlewares(request, response, next)
      void answer({ vite, shell, url }, response)
    },
    close: async () => {
      await Promise.all([resident.close(), staff.close()])
    },
  }
}
