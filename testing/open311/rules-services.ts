import { expect } from 'vitest'
import type { Question } from '#modules/matters/contract.ts'
import * as open311 from '#modules/open311/contract.ts'
import { type Asking, type Row, rowsOf, textIn } from './asking.ts'
import { fits, refuses, type Rules } from './rule.ts'

const question = (code: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  code,
  kind,
  required: false,
  zh: `问题 ${code}`,
  en: `Question ${code}`,
  choices: [],
  ...more,
})
const choices = ['stairs', 'lift', 'door'].map((key) => ({ key, zh: `选项 ${key}`, en: `Choice ${key}` }))

/** One of every kind. */
export const questions: Question[] = [
  question('hint', 'note'),
  question('where', 'one', { required: true, choices }),
  question('seen', 'many', { choices }),
  question('floor', 'number'),
  question('since', 'moment'),
  question('more', 'text'),
]

type Definition = { service_code: string; attributes: Row[] }
const definition = async (to: Asking, code: string) => (await to.get(`services/${code}`)).value as Definition
type Discovery = { changeset: string; contact: string; key_service: string; endpoints: Row[] }
const discovery = async (to: Asking) => (await to.get('discovery')).value as Discovery

export const serviceRules: Rules = {
  'discovery has all its fields, and its endpoint answers': async (to) => {
    const told = await to.get('discovery')
    fits(told, 'discovery')
    const { endpoints } = told.value as Discovery
    expect(endpoints).toHaveLength(1)
    expect(endpoints[0]).toMatchObject({
      type: 'production',
      formats: ['text/xml', 'application/json'],
      url: to.base,
    })
  },

  'discovery says what the office set, and names a test endpoint': async (to, on) => {
    const contact = '技术科，工作日 9 点到 17 点'
    const testUrl = 'https://test.jinhe.example/open311/v2'
    await on.with({ kind: 'test', contact, keyService: '请写邮件', testUrl }, async () => {
      const told = await discovery(to)
      expect([told.contact, told.key_service]).toEqual([contact, '请写邮件'])
      expect(told.endpoints.map((each) => [each['url'], each['type']])).toEqual([
        [to.base, 'test'],
        [testUrl, 'test'],
      ])
    })
  },

  'the changeset changes when a definition does, is sortable, and stays otherwise': async (to, on) => {
    await on.settle()
    const first = await discovery(to)
    await on.settle()
    expect((await discovery(to)).changeset).toBe(first.changeset)
    await on.withSubject('street_lamp', { questions }, async () => {
      await on.settle()
      const second = await discovery(to)
      expect(second.changeset > first.changeset).toBe(true)
      expect(second.endpoints[0]?.['changeset']).toBe(second.changeset)
    })
    await on.settle()
  },

  'services is a list of all that can be reported': async (to) => {
    const told = await to.get('services')
    fits(told, 'services')
    const rows = rowsOf(told)
    expect(rows.length).toBeGreaterThan(30)
    expect(rows.find((row) => row['service_code'] === 'street_lamp')).toMatchObject({
      service_name: '路灯楼道灯不亮',
      group: '路灯电梯设施',
      type: 'realtime',
    })
    to.language = 'en'
    const english = rowsOf(await to.get('services')).find((row) => row['service_code'] === 'street_lamp')
    expect(english).toMatchObject({
      service_name: 'Lamp out',
      keywords: 'Lamps, lifts, facilities, Lamp out',
    })
  },

  'service codes are unique and contain a letter, so that 001 is nowhere read as 1': async (to) => {
    const codes = rowsOf(await to.get('services')).map((row) => textIn(row, 'service_code'))
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.filter((code) => !/[a-z]/i.test(code))).toEqual([])
  },

  'metadata is true exactly where the definition has attributes': async (to, on) => {
    await on.withSubject('street_lamp', { questions }, async () => {
      for (const row of rowsOf(await to.get('services'))) {
        const told = await to.get(`services/${textIn(row, 'service_code')}`)
        fits(told, 'definition')
        expect((told.value as Definition).attributes.length > 0).toBe(row['metadata'])
      }
      expect((await definition(to, 'street_lamp')).attributes).toHaveLength(questions.length)
    })
    await on.withSubject('street_lamp', { questions: [] }, async () =>
      expect((await definition(to, 'street_lamp')).attributes).toEqual([]),
    )
  },

  'a definition shows every kind of attribute in its order': async (to, on) => {
    await on.withSubject('street_lamp', { questions }, async () => {
      const told = await to.get('services/street_lamp')
      fits(told, 'definition')
      const { attributes, service_code: code } = told.value as Definition
      expect(code).toBe('street_lamp')
      expect(attributes.map((each) => each['order'])).toEqual([1, 2, 3, 4, 5, 6])
      const shown = attributes.map((each) => [
        each['code'],
        each['datatype'],
        each['variable'],
        each['required'],
      ])
      expect(shown).toEqual([
        ['hint', 'string', false, false],
        ['where', 'singlevaluelist', true, true],
        ['seen', 'multivaluelist', true, false],
        ['floor', 'number', true, false],
        ['since', 'datetime', true, false],
        ['more', 'text', true, false],
      ])
    })
  },

  'values stand with lists only, as pairs of key and name': async (to, on) => {
    await on.withSubject('street_lamp', { questions }, async () => {
      const { attributes } = await definition(to, 'street_lamp')
      const lists = attributes.filter((each) => each['values'] !== undefined).map((each) => each['code'])
      expect(lists).toEqual(['where', 'seen'])
      expect(attributes[1]?.['values']).toEqual(choices.map(({ key, zh }) => ({ key, name: zh })))
    })
  },

  'the definition of an unknown service is 404': async (to) => {
    refuses(await to.get('services/no_such_thing'), 404, open311.serviceUnknown)
  },

  'the type says what a post is answered with': async (to, on) => {
    const typeOf = async (code: string) =>
      rowsOf(await to.get('services')).find((row) => row['service_code'] === code)?.['type']
    expect(await typeOf('street_lamp')).toBe('realtime')
    await on.with({ givesTokens: true }, async () => expect(await typeOf('street_lamp')).toBe('batch'))
    await on.withSubject('elder_help', { mayBePublic: false }, async () =>
      expect(await typeOf('elder_help')).toBe('blackbox'),
    )
  },
}
