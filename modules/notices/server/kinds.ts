import type { Context, Language } from '#kernel/server/context.ts'
import { type Both, type FieldType, type Value, writtenFor } from './written.ts'

export type Fields = Readonly<Record<string, FieldType>>

type Given<Type extends FieldType> = Type extends 'moment' ? Date : Type extends 'both' ? Both : string

/** What the teller gives: moments as dates, days as YYYY-MM-DD, `both` in both languages, the rest as it shall be read. */
export type ParamsOf<F extends Fields> = { readonly [Name in keyof F]: Given<F[Name]> }

/** The same, written out in the language and time zone of who is told. */
export type Written<F extends Fields> = { readonly [Name in keyof F]: string }

/** `short` is for SMS: with the signature at most 70 characters, or the provider counts two. */
export type NoticeText = { readonly title: string; readonly text: string; readonly short: string }

/** Kinds that a colleague switches on and off together. */
export type NoticeGroup = { readonly key: string; readonly zh: string; readonly en: string }

export type NoticeKind<F extends Fields> = {
  /** `<module>.<what>` */
  readonly name: string
  readonly called: { readonly zh: string; readonly en: string }
  readonly group: NoticeGroup
  /** Whether colleagues are told it, who may choose the ways. */
  readonly forStaff: boolean
  /** Passes quiet hours. */
  readonly urgent: boolean
  /** Words are erased as soon as it was sent, and it is never sent again from a screen. */
  readonly secret: boolean
  readonly fields: F
  /** Where it leads on our own pages, beginning with a slash. */
  path?(written: Written<F>): string
  /** On the worker's phone, where that is another page. */
  workPath?(written: Written<F>): string
  zh(written: Written<F>): NoticeText
  en(written: Written<F>): NoticeText
  /** Lifelike values, as long as they may get: for the check of lengths and the table of templates. */
  readonly sample: ParamsOf<F>
}

/** A kind whatever its fields are, as the registry keeps it. */
export type AnyKind = Omit<NoticeKind<Fields>, 'sample'> & {
  readonly sample: Readonly<Record<string, Value | Date>>
}

export type Declared<F extends Fields> = Omit<NoticeKind<F>, 'name' | 'secret'> & { readonly secret?: true }

const kinds = new Map<string, AnyKind>()

/** Declares a kind of notice, once, beside the commands that tell it. */
export function noticeKind<const F extends Fields>(name: string, declared: Declared<F>): NoticeKind<F> {
  if (kinds.has(name)) throw new Error(`two kinds of notice are called ${name}`)
  const kind = { ...declared, name, secret: declared.secret ?? false }
  kinds.set(name, kind)
  return kind
}

export const findKind = (name: string): AnyKind | undefined => kinds.get(name)

/** Every kind the installation knows, by name. */
export const allKinds = (): AnyKind[] => [...kinds.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))

/** The text of a notice as the person reads it. */
export function textOf(
  kind: AnyKind,
  params: Readonly<Record<string, Value>>,
  read: { language: Language; timeZone: string },
): { text: NoticeText; written: Record<string, string> } {
  const written = Object.fromEntries(
    Object.entries(kind.fields).map(([name, type]) => [name, writtenFor(type, params[name] ?? '', read)]),
  )
  return { text: kind[read.language](written), written }
}

/** The short text with `${field}` in the place of values: what is handed in to the provider for approval. */
export function templateOf(kind: AnyKind, language: Language): string {
  const holes = Object.fromEntries(Object.keys(kind.fields).map((name) => [name, `\${${name}}`]))
  return kind[language](holes).short
}

const words = 'notices.words'

export type Words = { params: Record<string, Value>; base: string }

export function sealWords(ctx: Context, told: { params: Readonly<Record<string, Value | Date>> }): Buffer {
  const params = Object.fromEntries(
    Object.entries(told.params).map(([name, value]) => [
      name,
      value instanceof Date ? value.toISOString() : value,
    ]),
  )
  const kept: Words = { params, base: ctx.caller.base }
  return ctx.personalData.seal(ctx.district.id, words, JSON.stringify(kept))
}

export const openWords = (ctx: Context, sealed: Buffer): Words =>
  JSON.parse(ctx.personalData.open(ctx.district.id, words, sealed)) as Words
