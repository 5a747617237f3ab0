import type { Context } from '#kernel/server/context.ts'
import type { ReportRow } from './queries.ts'

export const phoneField = 'reports.contact_phone'
export const nameField = 'reports.contact_name'
export const emailField = 'reports.contact_email'
export const tailField = 'reports.contact_tail'
/** Who calls gives the last four digits. */
export const tailDigits = 4

/** One person writes one number in many ways. */
export const plainPhone = (phone: string): string =>
  phone.replaceAll(/[^\d]/g, '').replace(/^(0086|86)(?=1\d{10}$)/, '')

/** How to reach a reporter, as it was given; the caller answers for who may see it. */
export function openedContact(
  ctx: Context,
  report: Pick<ReportRow, 'contact_name_sealed' | 'contact_phone_sealed' | 'contact_email_sealed'>,
): { name: string | undefined; phone: string | undefined; email: string | undefined } {
  const open = (field: string, sealed: Buffer | null): string | undefined =>
    sealed ? ctx.personalData.open(ctx.district.id, field, sealed) : undefined
  return {
    name: open(nameField, report.contact_name_sealed),
    phone: open(phoneField, report.contact_phone_sealed),
    email: open(emailField, report.contact_email_sealed),
  }
}

export const maskPhone = (phone: string): string =>
  phone.length > 7 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`
export const maskName = (name: string): string =>
  `${name.slice(0, 1)}${'*'.repeat(Math.max(1, Math.min(2, name.length - 1)))}`
export const maskEmail = (email: string): string =>
  `${email.slice(0, 1)}***${email.slice(email.indexOf('@'))}`
