import { SettingsError } from '#kernel/server/env.ts'
import { MigrationError } from '#kernel/server/migrate.ts'
import { type Command, commands } from './commands.ts'
import { Refused, WrongUse } from './outcome.ts'
import { type Printer, printer } from './print.ts'

const usage = `yige <命令 / command> [--json]

  start                      安装后第一次就能用：数据库、示范区、网页、服务 / database, demo, web, server
  serve [--role server|worker|all]   只提供服务 / serve
  migrate                    数据库升到最新 / bring the database to the newest schema
  seed                       装入示范区 / load the demonstration district
  import areas FILE [--host NAME]    导入区划（CSV 或 Excel） / import areas (CSV or Excel)
  import organisations FILE [--district ID]   导入单位 / import organisations
  import people FILE [--district ID]   导入人员和任岗；没写密码的另出一张密码表 / import people with their posts;
                             made passwords go to a sheet of their own
  export [--district ID] [--out DIR]   导出本区数据为 CSV，不含居民个人信息 / a district's data as CSV, no personal data of residents
  backup [FILE] [--with-secret]      备份全部数据和照片到一个文件，服务不用停 / all data and photos into one file, while serving
         [--recipient age1… | --recipients-file FILE | --passphrase-file FILE]   用 age 加密 / encrypted with age
  restore FILE [--force-empty] [--key-lost]   恢复到空的数据库 / restore into an empty database
         [--passphrase-file FILE | --identity-file FILE]   打开加密的备份 / opens an encrypted backup
  files move --to s3|disk [--remove]   照片语音在数据目录和对象存储之间搬 / photos and voice notes between data folder and bucket
  user create --district ID --login NAME --name 姓名 --role ROLE --area CODE
                             开账号并任岗；密码从 YIGE_PASSWORD 读 / make an account with a post
  verify                     核对每一件的历史、编号与统计数字 / recount every history, number and figure
  recount                    由历史重建统计数字，补齐查找与动态顺序 / make figures anew, complete search and feed
  doctor                     检查本机与数据 / check machine and data
`

/** Exit codes: 0 done, 1 refused with the reasons, 2 wrong use. */
async function main(words: string[]): Promise<number> {
  const json = words.includes('--json')
  const print = printer(json)
  const [name = '', ...rest] = words.filter((word) => word !== '--json')
  const command: Command | undefined = commands[name]
  if (!command || rest.includes('--help')) {
    process.stderr.write(usage)
    return name === '' || name === 'help' || name === '--help' || rest.includes('--help') ? 0 : 2
  }
  try {
    const result = await command(rest, print)
    print.result({ done: true, ...result })
    return 0
  } catch (error) {
    return tell(error, print)
  }
}

function tell(error: unknown, print: Printer): number {
  if (error instanceof WrongUse) {
    print.line(error.message)
    process.stderr.write(`\n${usage}`)
    return 2
  }
  const message = error instanceof Error ? error.message : String(error)
  print.line(`✗ ${message}`)
  const known = error instanceof Refused || error instanceof SettingsError || error instanceof MigrationError
  if (!known && error instanceof Error && process.env['YIGE_LOG_LEVEL'] === 'debug')
    print.line(error.stack ?? '')
  print.result({ done: false, reason: message, ...(error instanceof Refused && error.details) })
  return 1
}

process.exitCode = await main(process.argv.slice(2))
