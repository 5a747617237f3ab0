import { defineConfig, type Plugin } from 'vitest/config'

const preactFolders =
  /\/(kernel\/ui|modules\/[^/]+\/(resident|worker)|apps\/(resident|worker-phone))\/.+\.tsx$/

/** Residents' and grid workers' pages are Preact, the staff console is React; a file's own pragma wins. */
const jsxByFolder: Plugin = {
  name: 'jsx-by-folder',
  enforce: 'pre',
  transform(code, id) {
    const isPreact = preactFolders.test(id.replaceAll('\\', '/'))
    if (!isPreact || code.includes('@jsxImportSource')) return undefined
    // On the first line itself, so that line numbers stay as they are.
    return { code: `/** @jsxImportSource preact */ ${code}`, map: null }
  },
}

export default defineConfig({
  plugins: [jsxByFolder],
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/.data/**', 'testing/borders/planted/**'],
    globalSetup: ['testing/database-global.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Every assertion is about what happens, never about how fast.
    slowTestThreshold: 5_000,
  },
})
