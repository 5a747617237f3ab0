import { importAreasFile } from './import-areas.ts'
import { importOrganisationsFile } from './import-organisations.ts'
import { importPeopleFile } from './import-people.ts'
import { optionsOf, WrongUse } from './outcome.ts'
import type { Printer } from './print.ts'

const usage = `import areas FILE [--host NAME]
import organisations FILE [--district ID]
import people FILE [--district ID]`

/** `yige import …`: all rows are checked first; a bad file changes nothing and comes back with an error column. */
export async function importCommand(words: string[], print: Printer): Promise<Record<string, unknown>> {
  const { plain, options } = optionsOf(words, words[0] === 'areas' ? ['host'] : ['district'])
  const [what, file, ...more] = plain
  if (!file || more.length > 0) throw new WrongUse(usage)
  if (what === 'areas') return importAreasFile(file, options.get('host'), print)
  if (what === 'organisations') return importOrganisationsFile(file, options.get('district'), print)
  if (what === 'people') return importPeopleFile(file, options.get('district'), print)
  throw new WrongUse(usage)
}
