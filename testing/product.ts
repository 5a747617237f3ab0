import { newDataDir, removeDataDir } from './data-folder.ts'
import { freePort, startYige, stopYige, untilReady } from './process.ts'

/** The whole product as a person starts it, with the demonstration district, on an address of its own. */
export async function startProduct(): Promise<{ url: string; stop(): Promise<void> }> {
  const dataDir = await newDataDir('product')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const started = startYige(['start'], { PORT: String(port), YIGE_DATA_DIR: dataDir, YIGE_DEMO: '1' })
  const stop = async (): Promise<void> => {
    await stopYige(started)
    await removeDataDir(dataDir)
  }
  try {
    await untilReady(url, started)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, stop }
}
