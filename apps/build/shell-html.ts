import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isInlined } from './configs.ts'

type Chunk = { file: string; imports?: string[]; css?: string[]; isEntry?: boolean; isDynamicEntry?: boolean }
export type Manifest = Record<string, Chunk>

export const DOOR_PAGE = 'modules/matters/resident/door.page.tsx'

export async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
}

/** A chunk with all that it imports at once, code and style sheets. */
export function filesOf(manifest: Manifest, name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name]
  if (!chunk || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const sheet of chunk.css ?? []) seen.add(sheet)
  for (const imported of chunk.imports ?? []) filesOf(manifest, imported, seen)
  return seen
}

/** The manifest's name of a source file, which is relative to the app's folder. */
export const nameIn = (manifest: Manifest, source: string): string | undefined =>
  Object.keys(manifest).find((name) => name.endsWith(source))

/** Replaces links to the first style sheets by their text, so that the first paint waits for nothing. */
async function withStyles(folder: string, html: string): Promise<string> {
  let styles = ''
  const rest = html.replace(
    /\s*<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/g,
    (whole, file: string) => {
      if (!isInlined(file)) return whole
      styles += `<!--${file}-->`
      return ''
    },
  )
  const files = [...styles.matchAll(/<!--(.+?)-->/g)].map(([, file = '']) => file)
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  return rest.replace('</head>', `  <style>${texts.join('').trim()}</style>\n  </head>`)
}

function withDoorPage(html: string, manifest: Manifest): string {
  const name = nameIn(manifest, DOOR_PAGE)
  // The page's own chunk, where the build gave it one beside the ground.
  const links = [...(name ? filesOf(manifest, name) : [])]
    .filter((file) => !html.includes(file) && !isInlined(file))
    .map((file) =>
      file.endsWith('.css')
        ? `<link rel="stylesheet" href="/${file}">`
        : `<link rel="modulepreload" crossorigin href="/${file}">`,
    )
  const early = `<script>${EARLY}</script>`
  return html.replace('</head>', `  ${[early, ...links].join('\n    ')}\n  </head>`)
}

/**
 * Asks for the door before any code is here; the code then finds the answer under way (kernel/web/call.ts). Who has been
 * at the door before waits in the frame of its home, large where large type was chosen (modules/matters/resident/known-doors.ts, apps/resident/frame.css).
 */
const EARLY = `(function(){var p=location.pathname.split('/'),t=p[2];if(!t)return;var d=document.documentElement.dataset;try{if(localStorage.getItem('yige.elder')==='1')d.elder='';if(!p[3]&&!(history.state&&history.state.form)&&localStorage.getItem('yige.doors').indexOf('"'+t+'"')>=0)d.known=''}catch(e){}var a='/api/v1/doors/'+t;window.yigeEarly={address:a,answer:fetch(a,{credentials:'same-origin',headers:{Accept:'application/json'}})}})()`

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * Finishes the phone shells in `folder`: index.html, work.html and door.html (index.html with the frame of a
 * scanned code). Returns the content-security hashes of the style and script elements written.
 */
export async function finishShells(
  folder: string,
  frames: { door: string; plain: string },
): Promise<{ styles: string[]; scripts: string[] }> {
  const manifest = await readManifest(folder)
  const index = await withStyles(folder, await readFile(join(folder, 'index.html'), 'utf8'))
  const work = await withStyles(folder, await readFile(join(folder, 'work.html'), 'utf8'))
  const shells = {
    'index.html': index.replace('<!--frame-->', frames.plain),
    'work.html': work.replace('<!--frame-->', frames.plain),
    'door.html': withDoorPage(index, manifest).replace('<!--frame-->', frames.door),
  }
  const styles = new Set<string>()
  for (const [file, html] of Object.entries(shells)) {
    await writeFile(join(folder, file), html)
    for (const [, text = ''] of html.matchAll(/<style>([\s\S]*?)<\/style>/g)) styles.add(hashOf(text))
  }
  return { styles: [...styles], scripts: [hashOf(EARLY)] }
}
