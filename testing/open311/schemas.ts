import { Compile } from 'typebox/compile'

// JSON Schemas of the answers, written from the standard's tables; ids and codes are strings, coordinates numbers, yes and no
// booleans, whatever is empty null.

type Schema = Record<string, unknown>

const text = { type: 'string', minLength: 1 }
const textOrNull = { anyOf: [text, { type: 'null' }] }
const yesOrNo = { type: 'boolean' }
/** W3C subset of ISO 8601, with the time zone. */
const moment = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$',
}
const momentOrNull = { anyOf: [moment, { type: 'null' }] }
const code = { type: 'string', pattern: '[A-Za-z]' }
const number = { type: 'string', pattern: '^[0-9]{4}-[0-9]+$' }
const url = { type: 'string', pattern: '^https?://[^\\s]+$' }

const object = (properties: Record<string, Schema>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})
const listOf = (items: Schema): Schema => ({ type: 'array', items })

const endpoint = object({
  specification: { const: 'http://wiki.open311.org/GeoReport_v2' },
  url,
  changeset: text,
  type: { enum: ['production', 'test'] },
  formats: listOf({ enum: ['text/xml', 'application/json'] }),
})

const request = {
  service_request_id: number,
  status: { enum: ['open', 'closed'] },
  status_notes: textOrNull,
  service_name: text,
  service_code: code,
  description: { anyOf: [{ ...text, maxLength: 4000 }, { type: 'null' }] },
  agency_responsible: textOrNull,
  service_notice: textOrNull,
  requested_datetime: moment,
  updated_datetime: moment,
  expected_datetime: momentOrNull,
  address: textOrNull,
  address_id: textOrNull,
  zipcode: textOrNull,
  lat: { anyOf: [{ type: 'number' }, { type: 'null' }] },
  long: { anyOf: [{ type: 'number' }, { type: 'null' }] },
  media_url: { anyOf: [url, { type: 'null' }] },
}

const note = object({ datetime: moment, description: text, type: text })
const extended = object(
  {
    detailed_status: text,
    outcome: textOrNull,
    level: text,
    report_count: { type: 'integer' },
    is_overdue: yesOrNo,
    merged_into: textOrNull,
    media_urls: listOf(url),
  },
  ['media_urls'],
)

/** mySociety's, in capitals. */
const updateStatuses =
  'OPEN CLOSED FIXED IN_PROGRESS PLANNED ACTION_SCHEDULED INVESTIGATING DUPLICATE NOT_COUNCILS_RESPONSIBILITY ' +
  'NO_FURTHER_ACTION INTERNAL_REFERRAL CANCELLED REOPEN FOR_TRIAGE'

const schemas = {
  discovery: object({ changeset: text, contact: text, key_service: text, endpoints: listOf(endpoint) }),
  services: listOf(
    object({
      service_code: code,
      service_name: text,
      description: textOrNull,
      metadata: yesOrNo,
      type: { enum: ['realtime', 'batch', 'blackbox'] },
      keywords: textOrNull,
      group: textOrNull,
    }),
  ),
  definition: object({
    service_code: code,
    attributes: listOf(
      object(
        {
          variable: yesOrNo,
          code: text,
          datatype: { enum: ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'] },
          required: yesOrNo,
          datatype_description: textOrNull,
          order: { type: 'integer', minimum: 1 },
          description: textOrNull,
          values: listOf(object({ key: text, name: text })),
        },
        ['values'],
      ),
    ),
  }),
  posted: listOf(
    object({ service_request_id: number, token: code, service_notice: textOrNull, account_id: textOrNull }, [
      'service_request_id',
      'token',
    ]),
  ),
  token: listOf(object({ service_request_id: number, token: code })),
  requests: listOf(object(request)),
  extended: listOf(
    object(
      {
        ...request,
        attributes: listOf(object({ code: text, label: text, value: text })),
        extended_attributes: extended,
        notes: listOf(note),
      },
      ['attributes'],
    ),
  ),
  updates: listOf(
    object({
      update_id: code,
      service_request_id: number,
      status: { enum: updateStatuses.split(' ') },
      external_status_code: text,
      description: text,
      updated_datetime: moment,
      media_url: { anyOf: [url, { type: 'null' }] },
    }),
  ),
  updated: listOf(object({ update_id: code, updated_datetime: moment })),
  errors: { ...listOf(object({ code: { type: 'integer' }, description: text })), minItems: 1 },
}

export type SchemaName = keyof typeof schemas

const compiled = new Map<string, ReturnType<typeof Compile>>()

/** What does not fit, as paths and reasons; nothing when all does. */
export function faultsIn(name: SchemaName, value: unknown): string[] {
  const check = compiled.get(name) ?? Compile(schemas[name] as never)
  compiled.set(name, check)
  return [...check.Errors(value)].map((error) => `${error.instancePath}: ${error.message}`)
}
