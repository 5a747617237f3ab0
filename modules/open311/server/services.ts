import { createHash } from 'node:crypto'
import type { Context, Language } from '#kernel/server/context.ts'
import { readSetting } from '#kernel/server/settings.ts'
import type { Question, Subject } from '#modules/matters/contract.ts'
import { subjectsOf } from '#modules/matters/server/door.ts'
import type { Interface } from '../contract.ts'
import { interfaceSetting } from './settings.ts'
import { type Fields, list, type List } from './spark.ts'

export type Service = Subject & { group: { zh: string; en: string } }

/** What can be reported: our subjects. A code always contains a letter, so that no client takes it for a number. */
export async function servicesOf(ctx: Context): Promise<Service[]> {
  const groups = await subjectsOf(ctx)
  return groups
    .filter((group) => !group.isForOffices)
    .flatMap(({ zh, en, subjects }) => subjects.map((subject) => ({ ...subject, group: { zh, en } })))
}

/**
 * What is answered at once to a posted request: its number, or a token first where the office wants it so; about a subject that
 * is never shown to everybody neither, because its number would open nothing.
 */
export function typeOf(service: Pick<Service, 'mayBePublic'>, { givesTokens }: Interface) {
  if (!service.mayBePublic) return 'blackbox' as const
  return givesTokens ? ('batch' as const) : ('realtime' as const)
}

export const shapeServices = (services: readonly Service[], how: Interface, language: Language): List =>
  list(
    'service',
    services.map((service) => ({
      service_code: service.key,
      service_name: service[language],
      description: service.description[language] || null,
      metadata: service.questions.length > 0,
      type: typeOf(service, how),
      keywords: [service.group[language], service[language]].join(', '),
      group: service.group[language],
    })),
  )

const datatypes = {
  text: 'text',
  number: 'number',
  moment: 'datetime',
  one: 'singlevaluelist',
  many: 'multivaluelist',
  note: 'string',
} as const satisfies Record<Question['kind'], string>

export const shapeDefinition = (service: Service, language: Language): Fields => ({
  service_code: service.key,
  attributes: list(
    'attribute',
    service.questions.map((question, index) => shapeAttribute(question, index + 1, language)),
  ),
})

/** Only what is a list has values; an attribute that takes no answer only says something. */
function shapeAttribute(question: Question, order: number, language: Language): Fields {
  const isList = question.kind === 'one' || question.kind === 'many'
  const choices = question.choices.map((choice) => ({ key: choice.key, name: choice[language] }))
  return {
    variable: question.kind !== 'note',
    code: question.code,
    datatype: datatypes[question.kind],
    required: question.kind !== 'note' && question.required,
    datatype_description: null,
    order,
    description: question[language],
    ...(isList && { values: list('value', choices) }),
  }
}

/** Changes when anything of the list or of a definition does, in either language. */
export async function servicesDigest(ctx: Context): Promise<Buffer> {
  const services = await servicesOf(ctx)
  const how = await readSetting(ctx, interfaceSetting)
  const said = services.map((service) => [service, typeOf(service, how)])
  return createHash('sha256').update(JSON.stringify(said)).digest()
}
