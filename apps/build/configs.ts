import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { InlineConfig, Plugin } from 'vite'

export const REPO = resolve(import.meta.dirname, '../..')

/** Same source, smaller runtime: the resident and worker apps run on Preact under React's names. */
const preactNames = [
  { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^(react|react-dom|use-sync-external-store\/shim(\/index\.js)?)$/, replacement: 'preact/compat' },
]

const shared: InlineConfig = {
  configFile: false,
  envDir: false,
  publicDir: false,
  logLevel: 'warn',
}

/** Within the one address that `npm run dev` serves; only the reload signal has a port of its own. */
const devServer = (reloadPort: number) => ({
  middlewareMode: true,
  hmr: { port: reloadPort, clientPort: reloadPort },
  fs: { allow: [REPO] },
})

/**
 * What every phone page uses, and the whole page a scanned code opens, go into one chunk, whose style sheet is written
 * into the HTML: on a slow network each further file costs a round trip of more than half a second.
 */
const GROUND = new RegExp(
  [
    // A recorder is wanted later, if at all.
    '/kernel/(ui/(?!voice-)|contract/)',
    '/node_modules/(preact|wouter|regexparam|idb)/',
    '/kernel/web/(?!record-voice)[^/]+\\.tsx?$',
    '/modules/matters/web/(matter-words|person-name|status-kind|subject-icon)',
    '/modules/people/web/(door|role-words|use-session)',
    '/modules/[^/]+/web/routes\\.generated',
    '/modules/matters/resident/(report|ask-directly|join-offers|my-reports|kept-receipts|open-here|place-head|place-line|sending|subject-|unsent-reports|use-sending|parts)',
    'vite/preload-helper',
  ].join('|'),
)

export const isInlined = (file: string): boolean => /\/?(ground|boot|index|work)-[\w-]{8}\.css$/.test(file)

/**
 * Pages loaded later list the style sheets they need. Those already written into the HTML would be fetched
 * again: their place in the list is given to the script of the same chunk, which is there by then.
 */
function withoutInlinedSheets(): Plugin {
  return {
    name: 'yige:without-inlined-sheets',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle)
        const inlined = files.map((file) => file.fileName).filter(isInlined)
        for (const sheet of inlined) {
          const chunk = files.find(
            (file) => file.type === 'chunk' && file.viteMetadata?.importedCss.has(sheet),
          )
          if (!chunk) continue
          for (const file of files) {
            if (file.type === 'chunk') file.code = file.code.replaceAll(sheet, chunk.fileName)
          }
        }
      },
    },
  }
}

export function residentConfig(outDir?: string): InlineConfig {
  return {
    ...shared,
    root: resolve(REPO, 'apps/resident'),
    cacheDir: resolve(REPO, 'node_modules/.cache/vite-resident'),
    base: '/',
    appType: 'custom',
    resolve: { alias: preactNames, dedupe: ['preact'] },
    plugins: [withoutInlinedSheets()],
    server: devServer(24671),
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // Named beforehand: what is found later would bring a second copy of Preact.
    optimizeDeps: {
      include: ['preact', 'preact/compat', 'preact/compat/client', 'preact/jsx-runtime', 'wouter', 'idb'],
    },
    build: {
      outDir: outDir ?? resolve(REPO, 'dist/resident'),
      emptyOutDir: true,
      target: 'chrome87',
      manifest: true,
      reportCompressedSize: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: ['index.html', 'work.html'].map((file) => resolve(REPO, 'apps/resident', file)),
        output: { codeSplitting: { groups: [{ name: 'ground', test: GROUND }] } },
      },
    },
  }
}

export function staffConfig(outDir?: string): InlineConfig {
  return {
    ...shared,
    root: resolve(REPO, 'apps/staff'),
    cacheDir: resolve(REPO, 'node_modules/.cache/vite-staff'),
    base: '/staff/',
    appType: 'custom',
    server: devServer(24672),
    plugins: [react()],
    build: {
      outDir: outDir ?? resolve(REPO, 'dist/staff'),
      emptyOutDir: true,
      target: 'chrome87',
      manifest: true,
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
    },
  }
}
