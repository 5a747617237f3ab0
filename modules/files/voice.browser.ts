import { expect, test } from '@playwright/test'
import { browserFlags, findBrowser } from '#testing/browser-setup.ts'
import { openBrowser, phone } from '#testing/browser.ts'

// A microphone that beeps, and somebody who says yes.
const browserPath = process.env['YIGE_TEST_BROWSER'] ?? (await findBrowser())
test.use({
  launchOptions: {
    ...(browserPath ? { executablePath: browserPath } : {}),
    args: [...browserFlags, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
    chromiumSandbox: !browserFlags.includes('--no-sandbox'),
  },
})

test('what a real browser records is taken, and plays from the address that comes back', async ({
  browser,
}) => {
  const { page } = await openBrowser(browser, phone)
  await page.goto('/')
  const kinds = await page.evaluate(() =>
    ['audio/webm;codecs=opus', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4;codecs=opus'].filter((kind) =>
      MediaRecorder.isTypeSupported(kind),
    ),
  )
  expect(kinds).toContain('audio/webm;codecs=opus')
  for (const kind of kinds) {
    const heard = await page.evaluate(async (mimeType) => {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      const recorder = new MediaRecorder(stream, { mimeType })
      const pieces: Blob[] = []
      recorder.addEventListener('dataavailable', (event) => pieces.push(event.data))
      const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve))
      recorder.start(1000)
      await new Promise((resolve) => setTimeout(resolve, 2_000))
      recorder.stop()
      await ended
      for (const track of stream.getTracks()) track.stop()
      const form = new FormData()
      form.append('file', new Blob(pieces, { type: mimeType }), 'blob')
      const headers = { 'Idempotency-Key': crypto.randomUUID() }
      const answer = await fetch('/api/v1/files/voice', { method: 'POST', headers, body: form })
      const voice = (await answer.json()) as { url: string; mediaType: string; seconds?: number }
      const player = new Audio(voice.url)
      const played = await new Promise<boolean>((resolve) => {
        player.addEventListener('canplaythrough', () => resolve(true))
        player.addEventListener('error', () => resolve(false))
        player.load()
      })
      return { status: answer.status, mediaType: voice.mediaType, seconds: voice.seconds ?? 0, played }
    }, kind)
    expect(heard, kind).toMatchObject({ status: 200, mediaType: kind.split(';')[0], played: true })
    expect(heard.seconds, kind).toBeGreaterThan(1)
    expect(heard.seconds, kind).toBeLessThan(3.5)
  }
  await page.context().close()
})
