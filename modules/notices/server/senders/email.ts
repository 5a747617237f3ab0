import { failed, patienceMs, type Sender, type Sent, unreachable } from './sender.ts'

export type Email = {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (465); else STARTTLS where the server offers it. */
  readonly secure: boolean
  /** Empty: the server asks nobody who they are. */
  readonly user: string
  readonly secret: string
  /** Who it comes from, as `name <address>`. */
  readonly from: string
}

export function email(how: Email): Sender {
  return {
    kind: 'email',
    async send(message) {
      const { createTransport } = await import('nodemailer')
      const transport = createTransport({
        host: how.host,
        port: how.port,
        secure: how.secure,
        ...(how.user && { auth: { user: how.user, pass: how.secret } }),
        connectionTimeout: patienceMs,
        greetingTimeout: patienceMs,
        socketTimeout: patienceMs,
      })
      try {
        const host = /@([\w.-]+)>?\s*$/.exec(how.from)?.[1] ?? how.host
        const messageId = `<${message.id}@${host}>`
        await transport.sendMail({
          from: how.from,
          to: message.address,
          subject: message.title,
          text: [message.text, message.link, message.sign].filter(Boolean).join('\n\n'),
          // The same at each try, so that a mailbox can tell the second from a new one.
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { ok: true, providerId: message.id }
      } catch (error) {
        return thrown(error)
      } finally {
        transport.close()
      }
    },
  }
}

/** RFC 5321: 4xx is for later, 5xx for good; 5xx at RCPT TO or of mailbox status (550 to 553) is about the address. */
function thrown(error: unknown): Sent {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string }
  if (code === 'EAUTH') return failed('credentials', 'soon', responseCode ?? code)
  if (responseCode === undefined) return unreachable(error)
  if (responseCode < 500) return failed('busy', 'soon', responseCode)
  const aboutAddress = command === 'RCPT TO' || (responseCode >= 550 && responseCode <= 553)
  return failed(aboutAddress ? 'address' : 'refused', 'never', responseCode)
}
