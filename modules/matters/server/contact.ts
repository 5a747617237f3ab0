import type { Context } from '#kernel/server/context.ts'
import type { ReportRow } from './queries.ts'

export const phoneField = 'reports.contact_phone'
export const nameField = 'reports.contact_name'

/** One person writes one number in many ways. */
export const plainPhone = (phone: string): string =>
  phone.replaceAll(/[^\d]/g, '').replace(/^(0086|86)(?=1\d{10}$)/, '')

/** Name and phone as they were given; the caller answers for who may see them. */
export function openedContact(
  ctx: Context,
  report: Pick<ReportRow, 'contact_name_sealed' | 'contact_phone_sealed'>,
): { name: string | undefined; phone: string | undefined } {
  const open = (field: string, sealed: Buffer | null): string | undefined =>
    sealed ? ctx.personalData.open(ctx.district.id, field, sealed) : undefined
  return {
    name: open(nameField, report.contact_name_sealed),
    phone: open(phoneField, report.contact_phone_sealed),
  }
}

export const maskPhone = (phone: string): string =>
  phone.length > 7 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`
export const maskName = (name: string): string =>
  `${name.slice(0, 1)}${'*'.repeat(Math.max(1, Math.min(2, name.length - 1)))}`
