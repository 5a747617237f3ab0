import sharp from 'sharp'
import { crack, damp, lift, pipe, stairwell } from './photo-indoors.ts'
import { box, definitions, HEIGHT, WIDTH } from './photo-parts.ts'
import { drain, lamp, lane, manhole, road, type SceneDrawing } from './photo-street.ts'
import { bins, fitness, hut, tree } from './photo-yard.ts'
import { type Chance, chance } from './random.ts'

type Scene = { place: string; draw: SceneDrawing; after: boolean }
const pair = (place: string, draw: SceneDrawing) =>
  [
    { place, draw, after: false },
    { place, draw, after: true },
  ] as const

const [lampDark, lampLit] = pair('lamp', lamp)
const [laneBlocked, laneClear] = pair('lane', lane)
const [manholeMissing, manholeCovered] = pair('manhole', manhole)
const [drainFlooded, drainCleared] = pair('drain', drain)
const [roadPothole, roadMended] = pair('road', road)
const [binsFull, binsClean] = pair('bins', bins)
const [treeWindow, treePruned] = pair('tree', tree)
const [fitnessBroken, fitnessMended] = pair('fitness', fitness)
const [hutBuilt, hutRemoved] = pair('hut', hut)
const [pipeLeaking, pipeMended] = pair('pipe', pipe)
const [wallCracked, wallMended] = pair('crack', crack)
const [wallDamp] = pair('damp', damp)
const [ebikeStairwell, stairwellClear] = pair('stairwell', stairwell)
const [liftNotice, liftRunning] = pair('lift', lift)

/** Every scene there is; a before and its after drawn with the same seed show the same place. */
export const PHOTO_SCENES = {
  lamp_dark: lampDark,
  lamp_lit: lampLit,
  lane_blocked: laneBlocked,
  lane_clear: laneClear,
  manhole_missing: manholeMissing,
  manhole_covered: manholeCovered,
  drain_flooded: drainFlooded,
  drain_cleared: drainCleared,
  road_pothole: roadPothole,
  road_mended: roadMended,
  bins_full: binsFull,
  bins_clean: binsClean,
  tree_window: treeWindow,
  tree_pruned: treePruned,
  fitness_broken: fitnessBroken,
  fitness_mended: fitnessMended,
  hut_built: hutBuilt,
  hut_removed: hutRemoved,
  pipe_leaking: pipeLeaking,
  pipe_mended: pipeMended,
  wall_cracked: wallCracked,
  wall_mended: wallMended,
  wall_damp: wallDamp,
  ebike_stairwell: ebikeStairwell,
  stairwell_clear: stairwellClear,
  lift_notice: liftNotice,
  lift_running: liftRunning,
} satisfies Record<string, Scene>

export type PhotoScene = keyof typeof PHOTO_SCENES

/** A JPEG of 1200 x 900, about 40 to 250 KB, drawn by program: no picture of a real place or person. */
export async function drawPhoto(scene: PhotoScene, seed: number): Promise<Buffer> {
  const { place, draw, after } = PHOTO_SCENES[scene]
  const dice = chance(`${place} ${seed}`)
  const tilt = (dice.next() - 0.5) * 2.4
  const drawing =
    definitions(dice) +
    `<g transform="rotate(${tilt.toFixed(2)} 600 450) translate(-24 -18) scale(1.04)">${draw(dice, after)}</g>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${drawing}${box([0, 0], [WIDTH, HEIGHT], 'url(#vignette)')}</svg>`
  const sharpness = 0.5 + dice.next() * 0.4
  return sharp(Buffer.from(svg))
    .flatten()
    .blur(sharpness)
    .composite([{ input: await grain(dice), blend: 'overlay' }])
    .modulate({ brightness: 0.97 + dice.next() * 0.08, saturation: 0.86 })
    .jpeg({ quality: 74, mozjpeg: false })
    .toBuffer()
}

/** The noise of a small sensor, the same for the same seed. */
async function grain(dice: Chance): Promise<Buffer> {
  const [width, height] = [WIDTH / 2, HEIGHT / 2]
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < pixels.length; at += 1) {
    pixels[at] = 128 + Math.round((dice.next() + dice.next() + dice.next() - 1.5) * 30)
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(WIDTH, HEIGHT, { kernel: 'cubic' })
    .png({ compressionLevel: 1 })
    .toBuffer()
}
