/** Builds both web apps into the folder given; run in a process of its own by build.ts. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, mergeConfig } from 'vite'
import { compressFolder, filesUnder } from './compress.ts'
import { isInlined, REPO, residentConfig, staffConfig } from './configs.ts'
import { filesOf, finishShells, readManifest } from './shell-html.ts'

/** Renders the waiting frames from the real components. */
async function renderFrames(into: string): Promise<{ door: string; plain: string }> {
  const folder = join(into, '.frame')
  const entry = resolve(REPO, 'apps/resident/frame.tsx')
  await build(
    mergeConfig(residentConfig(folder), {
      ssr: { noExternal: true },
      build: {
        ssr: entry,
        manifest: false,
        modulePreload: false,
        rolldownOptions: { input: entry, output: { codeSplitting: false, entryFileNames: 'frame.mjs' } },
      },
    }),
  )
  const module = (await import(pathToFileURL(join(folder, 'frame.mjs')).href)) as {
    renderFrames: () => { door: string; plain: string }
  }
  const frames = module.renderFrames()
  await rm(folder, { recursive: true })
  return frames
}

/** What each app needs to start offline: its entry's files, for the worker every page besides. */
async function offlineFiles(folder: string) {
  const manifest = await readManifest(folder)
  const addressed = (files: Iterable<string>) =>
    [...files].filter((file) => !isInlined(file)).map((file) => `/${file}`)
  const resident = addressed(filesOf(manifest, 'index.html'))
  const work = new Set(addressed(filesOf(manifest, 'work.html')))
  for (const name of Object.keys(manifest)) {
    if (/modules\/[^/]+\/worker\//.test(name))
      for (const file of addressed(filesOf(manifest, name))) work.add(file)
  }
  return { resident: ['/index.html', '/door.html', ...resident], work: ['/work.html', ...work] }
}

async function buildServiceWorker(folder: string): Promise<void> {
  const hash = createHash('sha256')
  for (const file of (await filesUnder(folder)).sort())
    hash.update(relative(folder, file)).update(await readFile(file))
  const files = await offlineFiles(folder)
  const entry = resolve(REPO, 'apps/resident/sw.ts')
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: {
      VERSION: JSON.stringify(hash.digest('hex').slice(0, 12)),
      RESIDENT_FILES: JSON.stringify(files.resident),
      WORK_FILES: JSON.stringify(files.work),
    },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'chrome87',
      modulePreload: false,
      rolldownOptions: { input: entry, output: { entryFileNames: 'sw.js', format: 'iife' } },
    },
  })
}

async function main(into: string): Promise<void> {
  await rm(into, { recursive: true, force: true })
  await mkdir(into, { recursive: true })
  const resident = join(into, 'resident')
  const staff = join(into, 'staff')
  await build(residentConfig(resident))
  const hashes = await finishShells(resident, await renderFrames(into))
  await buildServiceWorker(resident)
  await build(staffConfig(staff))
  await compressFolder(resident)
  await compressFolder(staff)
  await writeFile(join(into, 'csp.json'), JSON.stringify(hashes, null, 2))
}

const [into] = process.argv.slice(2)
if (!into) throw new Error('bundle.ts needs the folder to build into')
await main(resolve(into))
