import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type MailSent = { from: string; to: string[]; head: string; text: string }

type Who = { user: string; secret: string }
const failing = (responseCode: number, said: string): Error =>
  Object.assign(new Error(said), { responseCode })

/** A mail server that asks who one is; it knows the mailboxes it was given, and can be made to fail the next time. */
export async function openMail(who: Who, mailboxes: ReadonlySet<string>) {
  const sent: MailSent[] = []
  const refusing: number[] = []
  const server = new SMTPServer({
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) => {
      if (username === who.user && password === who.secret) done(null, { user: username })
      else done(failing(535, 'Authentication failed'))
    },
    onRcptTo: ({ address }, _session, done) =>
      mailboxes.has(address) ? done() : done(failing(550, `No such user ${address}`)),
    onData: (stream, { envelope: { mailFrom, rcptTo } }, done) => {
      const source = buffer(stream)
      stream.on('end', () => {
        const code = refusing.shift()
        if (code) return done(failing(code, 'Not now'))
        const from = mailFrom ? mailFrom.address : ''
        const to = rcptTo.map(({ address }) => address)
        void source.then((bytes) => sent.push({ from, to, ...readMail(bytes.toString()) }))
        return done()
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const { port } = server.server.address() as AddressInfo
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
    })
  return { host: '127.0.0.1', port, sent, close, refuseNext: (code: number) => refusing.push(code) }
}

/** Head and text of a mail of one part, as a reader would show them. */
function readMail(source: string): { head: string; text: string } {
  const [head = '', ...rest] = source.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/transfer-encoding: base64/i.test(head)) return { head, text: Buffer.from(body, 'base64').toString() }
  if (!/transfer-encoding: quoted-printable/i.test(head)) return { head, text: body }
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return { head, text: Buffer.from(bytes, 'latin1').toString() }
}
