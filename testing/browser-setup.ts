import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

type Browser = {
  path?: string
  /** What was found or done, for the person who runs the checks. */
  said: string
  /** True where a browser can be had for certain, so that its absence is a failure. */
  mustHave: boolean
}

const isRoot = process.getuid?.() === 0

/** Flags every Chromium of the checks is started with: no traffic of its own, no sandbox where root forbids one. */
export const browserFlags: readonly string[] = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const namesOnPath = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
]

/** Gives the path of a browser that starts, without installing anything; undefined when there is none. */
export async function findBrowser(): Promise<string | undefined> {
  for (const candidate of candidates()) {
    if (isProgram(candidate) && (await starts(candidate))) return candidate
  }
  return undefined
}

/** Finds a browser and a Chinese font, and installs what is missing where that is possible. */
export async function prepareBrowser(): Promise<Browser> {
  const found = await findBrowser()
  if (found) return { path: found, said: `${found}${await ensureChineseFont()}`, mustHave: true }
  if (!mayInstall()) return { said: whyNotInstalled(), mustHave: false }

  const trouble = await install(['chromium'])
  const path = await findBrowser()
  const mustHave = process.env['CI'] === 'true'
  if (!path) return { said: `Chromium could not be installed: ${trouble || 'it does not start'}.`, mustHave }
  return { path, said: `${path}, installed with apt-get${await ensureChineseFont()}`, mustHave }
}

function candidates(): string[] {
  const named = [process.env['BROWSER_PATH'], process.env['CHROME_PATH']]
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = namesOnPath.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...named, ...onPath, ...usualPlaces(), chromium.executablePath()].filter(
    (path): path is string => path !== undefined && path !== '',
  )
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform !== 'win32') return []
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name] ?? '')
  const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
  return programs.flatMap((program) => roots.map((root) => join(root, program)))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Ubuntu's `chromium-browser` is a stand-in that only says to use snap, so being there is not enough. */
async function starts(path: string): Promise<boolean> {
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true
  return (await run(path, ['--version'], 30)).ok
}

function isDebian(): boolean {
  if (!existsSync('/etc/os-release')) return false
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function mayInstall(): boolean {
  return isRoot && isDebian()
}

function whyNotInstalled(): string {
  const how = isDebian()
    ? 'Run `apt-get install chromium fonts-noto-cjk` as root'
    : 'Install Chromium, Chrome or Edge'
  return `No browser was found. ${how}, or name one in BROWSER_PATH.`
}

/** Chinese text without a Chinese font is drawn as boxes, which hides faults of layout. */
async function ensureChineseFont(): Promise<string> {
  if (process.platform !== 'linux' || (await hasChineseFont())) return ''
  if (!mayInstall()) return '; no Chinese font was found, please install fonts-noto-cjk'
  await install(['fontconfig', 'fonts-noto-cjk'])
  if (await hasChineseFont()) return '; fonts-noto-cjk was installed for Chinese text'
  await install(['fontconfig', 'fonts-wqy-microhei'])
  if (await hasChineseFont()) return '; fonts-wqy-microhei was installed for Chinese text'
  return '; no Chinese font could be installed, Chinese text is drawn as boxes'
}

async function hasChineseFont(): Promise<boolean> {
  const fonts = await run('fc-list', [':lang=zh'], 30)
  return fonts.ok && fonts.output.trim() !== ''
}

let updated: Promise<unknown> | undefined

/** Installs Debian packages and gives the last lines of the trouble, or an empty text when there was none. */
async function install(packages: readonly string[]): Promise<string> {
  console.log(`  installing ${packages.join(' and ')} with apt-get, this can take some minutes`)
  updated ??= run('apt-get', ['update'], 300)
  await updated
  const installed = await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], 900)
  return installed.ok ? '' : installed.output.trim().split('\n').slice(-3).join(' ')
}

function run(
  program: string,
  args: readonly string[],
  seconds: number,
): Promise<{ ok: boolean; output: string }> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return new Promise((resolve) => {
    execFile(program, args, { env, timeout: seconds * 1000, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      resolve({ ok: error === null, output: `${stdout}${stderr}` })
    })
  })
}
