import { access, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { type Found, good, warn, wrong } from '#kernel/server/check.ts'
import { root, storeOf } from '../../server/open.ts'
import { type Checking, gigabytes, type InstallationCheck } from './checking.ts'

const leastMajor = 24

async function node(): Promise<Found> {
  const [major] = process.versions.node.split('.').map(Number)
  if ((major ?? 0) >= leastMajor) return good(process.version)
  return wrong(
    process.version,
    '用 npx yige 启动，它带着自己的 Node / start with npx yige, which brings its own Node',
  )
}

async function disk({ settings }: Checking): Promise<Found> {
  const found = await statfs(settings.dataDir)
  const [free, all] = [found.bavail * found.bsize, found.blocks * found.bsize]
  const told = `${gigabytes(free)} / ${gigabytes(all)} ${settings.dataDir}`
  const remedy = '清理或扩容；照片可以搬到对象存储 / make room; photos can move to an object store'
  if (free < 2 * 1024 ** 3) return wrong(told, remedy)
  return free < all * 0.1 ? warn(told, remedy) : good(told)
}

async function web(): Promise<Found> {
  const built = await access(path.join(root, 'dist/resident/index.html')).then(
    () => true,
    () => false,
  )
  return built
    ? good('已生成 / built')
    : warn('还没生成 / not built', '下次启动服务时生成 / built at the next start')
}

async function publicUrl({ settings }: Checking): Promise<Found> {
  const { publicUrl: address, demo, trustProxy } = settings
  if (demo) return good('示范系统 / demonstration')
  if (!address) {
    const told = '没有设置 PUBLIC_URL / not set'
    const remedy =
      '一个区时设为居民用的 https 网址；几个区各有域名时可以不设 / set the https address residents use, unless several districts have names of their own'
    return trustProxy > 0
      ? warn(told, remedy)
      : wrong(told, `${remedy}；并在前面放 nginx，设 YIGE_TRUST_PROXY=1`)
  }
  return address.startsWith('https:')
    ? good(address)
    : wrong(
        address,
        '用 https：否则密码明文传输，手机不给用麦克风和定位 / use https: passwords travel in clear otherwise',
      )
}

const yearMs = 365 * 86_400_000
const fewestLetters = 12

/** The age of a key in the environment is not known to us. */
async function secretKey({ settings, now }: Checking): Promise<Found> {
  const { secretKey: key, dataDir } = settings
  if (key && new Set(key).size < fewestLetters) {
    return wrong(
      '太简单 / too simple',
      '换成 openssl rand -hex 32 的结果（换之前看 docs/operations.md）/ use openssl rand -hex 32',
    )
  }
  if (key) return good('YIGE_SECRET_KEY')
  const file = path.join(dataDir, 'secret.key')
  const found = await stat(file)
  if ((found.mode & 0o077) !== 0 && process.platform !== 'win32')
    return wrong(`${file} 别人也能读 / others can read it`, `chmod 600 ${file}`)
  const years = (now.getTime() - found.mtimeMs) / yearMs
  return good(`${file}，${years.toFixed(1)} 年 / years old`)
}

/** Writes, reads and removes one small file, as an upload would. */
async function store({ settings }: Checking): Promise<Found> {
  const files = await storeOf(settings)
  const key = `doctor/00/${crypto.randomUUID()}.txt`
  const remedy = settings.bucket
    ? '查 YIGE_FILES_S3_* 与网络；钥匙要能读、写、删、列 / check these settings and the network; the key must be able to read, write, remove and list'
    : '查数据目录的权限和磁盘 / check the rights and the disk of the data folder'
  try {
    await files.put(key, Buffer.from('yige'))
    const found = await files.exists(key)
    await files.remove(key)
    return found ? good(files.place) : wrong(`${files.place}：写了读不到 / written and not found`, remedy)
  } catch (error) {
    return wrong(`${files.place}：${error instanceof Error ? error.message : String(error)}`, remedy)
  }
}

export const machineChecks: readonly InstallationCheck[] = [
  ['node', node],
  ['disk', disk],
  ['web', web],
  ['address', publicUrl],
  ['secret key', secretKey],
  ['files', store],
]
