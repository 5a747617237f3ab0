import { connect, type Socket } from 'node:net'

type Answer = {
  status: number
  body: string
  /** What a browser would send along from now on; empty when none was set. */
  cookie: string
}

/** One kept-alive connection that asks one thing at a time, at the least cost for the asking side. */
export type HttpLane = { ask(request: string): Promise<Answer>; close(): void }

type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void }

export function openLane(port: number): Promise<HttpLane> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      resolve(laneOn(socket))
    })
  })
}

function laneOn(socket: Socket): HttpLane {
  let waiting: Waiting | undefined
  let received: Buffer = Buffer.alloc(0)
  const fail = (error: Error): void => {
    waiting?.reject(error)
    waiting = undefined
  }
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the server closed the connection')))
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const answer = readAnswer(received)
    if (!answer) return
    received = Buffer.alloc(0)
    const asked = waiting
    waiting = undefined
    asked?.resolve(answer)
  })
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error('the connection is closed'))
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => void socket.destroy(),
  }
}

/** A whole answer with a known length; undefined while some of it is still under way. */
function readAnswer(received: Buffer): Answer | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = received.toString('latin1', 0, end)
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
  if (received.length < end + 4 + length) return undefined
  const cookie = /\r\nset-cookie: ([^;\r]+)/i.exec(head)?.[1] ?? ''
  return {
    status: Number(head.slice(9, 12)),
    body: received.toString('utf8', end + 4, end + 4 + length),
    cookie,
  }
}

export type Request = {
  method: 'GET' | 'POST' | 'PUT'
  path: string
  headers?: Record<string, string>
  body?: object
}

/** The bytes of one request to the API. */
export const requestText = (request: Request): string =>
  plainRequestText({ ...request, path: `/api/v1${request.path}` })

/** The bytes of one request to any path of the server. */
export function plainRequestText({ method, path, headers = {}, body }: Request): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const head = `${method} ${path} HTTP/1.1\r\nHost: localhost\r\n${lines.join('')}`
  if (!body) return `${head}\r\n`
  const text = JSON.stringify(body)
  return `${head}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
}
