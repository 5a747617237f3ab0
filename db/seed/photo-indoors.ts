import { blob, box, HEIGHT, oval, polygon, room, shadow, shape, stroke, WIDTH } from './photo-parts.ts'
import type { SceneDrawing } from './photo-street.ts'

export const pipe: SceneDrawing = (dice, after) => {
  const tiles = Array.from({ length: 60 }, (_, at) =>
    box(
      [(at % 10) * 124 - 10, Math.floor(at / 10) * 112 - 16],
      [118, 106],
      dice.pick(['#dfe2df', '#d6dad8', '#e6e8e5']),
      'rx="3"',
    ),
  ).join('')
  const wall =
    box([0, 0], [WIDTH, HEIGHT], '#aab0ae') +
    `<g filter="url(#plaster)">${tiles}</g>` +
    box([0, 650], [WIDTH, 250], 'url(#floor)', 'filter="url(#plaster)"')
  const upright = box([548, -10], [74, 700], 'url(#pipe)') + box([700, -10], [44, 700], 'url(#pipe)')
  const lying = `<g transform="rotate(-90 585 330)">${box([553, 330], [64, 640], 'url(#pipe)')}</g>`
  const joint = (y: number, colour: string) =>
    box([532, y], [106, 84], colour, 'rx="10"') +
    box([532, y + 10], [106, 8], '#fff', 'opacity="0.35"') +
    box([532, y + 68], [106, 8], '#000', 'opacity="0.3"')
  const valve =
    box([540, 110], [90, 60], '#8d6c2f', 'rx="8"') + stroke('M585 110 v-26 M530 80 h110', '#a3241f', 18)
  const fabric = wall + shadow(640, 420, [60, 320], 0.25) + lying + upright + valve
  if (after) return fabric + joint(288, '#b9863a') + box([560, 640], [180, 20], '#000', 'opacity="0.15"')
  const rust =
    shape(blob([590, 350], [92, 74], dice), '#7d4a24', 'opacity="0.6" filter="url(#soft)"') +
    stroke('M560 372 q20 160 4 290 M612 372 q-10 160 14 280', '#7d4a24', 16, 'opacity="0.3"')
  const jets = Array.from({ length: 26 }, () => {
    const side = dice.happens(0.5) ? 1 : -1
    const reach = dice.between(60, 330)
    return stroke(
      `M${590 + side * 44} ${332 + dice.between(-16, 22)} q${side * reach * 0.6} ${-dice.between(0, 70)} ${side * reach} ${dice.between(160, 380)}`,
      '#eaf4fb',
      dice.between(2, 6),
      'opacity="0.55"',
    )
  }).join('')
  const drops = Array.from({ length: 130 }, () =>
    oval(
      [dice.between(240, 960), dice.between(300, 800)],
      [dice.between(2, 6), dice.between(4, 12)],
      '#f2f8fc',
      'opacity="0.75"',
    ),
  ).join('')
  const pool =
    shape(blob([600, 800], [520, 92], dice), '#7f97a6', 'opacity="0.75"') +
    shape(blob([520, 780], [200, 20], dice), '#f0f6fa', 'opacity="0.6" filter="url(#slight)"')
  return fabric + joint(288, '#8a8f8d') + rust + pool + jets + drops
}

export const crack: SceneDrawing = (dice, after) => {
  const corner = room('#d7d0c2')
  const socket =
    box([900, 470], [84, 84], '#ece9e2', 'rx="8"') +
    box([926, 500], [8, 24], '#55534e') +
    box([952, 500], [8, 24], '#55534e')
  if (after)
    return (
      corner +
      shape(blob([560, 320], [250, 270], dice), '#ece8de', 'opacity="0.8" filter="url(#slight)"') +
      socket
    )
  let path = 'M470 0'
  for (let step = 0; step < 16; step += 1) path += ` l${dice.between(-34, 54)} ${dice.between(26, 52)}`
  const branches = ['M560 210 l90 40 l40 60 l80 30', 'M600 380 l-80 50 l-20 70']
    .map((each) => stroke(each, '#3d382f', 4))
    .join('')
  const fallen =
    shape(blob([600, 300], [86, 110], dice), '#a39a88', 'filter="url(#asphalt)"') +
    stroke(blob([600, 300], [86, 110], dice), '#7d7565', 4)
  const crumbs = Array.from({ length: 50 }, () =>
    oval(
      [dice.between(480, 780), dice.between(650, 740)],
      [dice.between(3, 15), dice.between(2, 9)],
      dice.pick(['#cfc8b9', '#b5ad9d', '#e4dfd3']),
    ),
  ).join('')
  return (
    corner +
    fallen +
    stroke(path, '#2f2b25', 11) +
    stroke(path, '#837a69', 4, 'transform="translate(9 2)"') +
    branches +
    socket +
    crumbs
  )
}

export const damp: SceneDrawing = (dice, after) => {
  const place = room('#dcd8ce')
  const cornice = box([0, 0], [WIDTH, 46], '#efece5') + box([0, 46], [WIDTH, 12], '#000', 'opacity="0.12"')
  if (after) return place + cornice
  const rings = [1, 0.8, 0.55]
    .map((size) =>
      shape(
        blob([640, 190], [420 * size, 250 * size], dice),
        '#8a7346',
        `opacity="${0.2 + (1 - size) * 0.3}" filter="url(#damp)"`,
      ),
    )
    .join('')
  const mould = Array.from({ length: 190 }, () =>
    oval(
      [640 + dice.between(-260, 260) * dice.next(), 190 + dice.between(-140, 190) * dice.next()],
      [dice.between(2, 11), dice.between(2, 9)],
      '#2f3328',
      'opacity="0.5"',
    ),
  ).join('')
  const peel =
    shape('M560 300 q70 -30 120 20 q-20 60 -90 70 q-50 -40 -30 -90 Z', '#f3f0ea') +
    shape('M560 300 q70 -30 120 20 l-16 18 q-50 -34 -100 -16 Z', '#000', 'opacity="0.2"')
  return place + rings + mould + peel + cornice
}

export const stairwell: SceneDrawing = (dice, after) => {
  const back =
    box([0, 0], [WIDTH, HEIGHT], '#c9c5ba', 'filter="url(#plaster)"') +
    box([0, 330], [WIDTH, 330], '#7fa08c', 'opacity="0.75" filter="url(#plaster)"')
  const floor = polygon(
    [
      [0, 660],
      [WIDTH, 640],
      [WIDTH, HEIGHT],
      [0, HEIGHT],
    ],
    'url(#floor)',
    'filter="url(#asphalt)"',
  )
  const steps = Array.from(
    { length: 8 },
    (_, at) =>
      box([760 + at * 56, 610 - at * 66], [520, 34], '#8d887c') +
      box([760 + at * 56, 644 - at * 66], [520, 34], '#5e5a52'),
  ).join('')
  const rail =
    stroke('M740 430 L1230 -150', '#7d4a2a', 16) +
    Array.from({ length: 7 }, (_, at) =>
      stroke(`M${760 + at * 64} ${410 - at * 76} v200`, '#4a4e52', 8),
    ).join('')
  const door =
    box([60, 150], [250, 510], '#6d4f3a') +
    box([82, 172], [206, 466], '#7f5e46') +
    oval([280, 420], [10, 10], '#d2b56a')
  const place = back + door + floor + steps + rail
  if (after)
    return (
      place +
      box([430, 210], [130, 180], '#e9e6df', 'stroke="#a32b25" stroke-width="8"') +
      box([452, 234], [86, 20], '#a32b25') +
      [276, 300, 324, 348].map((y) => box([452, y], [86, 8], '#8b8b86')).join('')
    )
  return place + ebike(dice.pick(['#b3342d', '#2d5b8c', '#e3e3de'])) + charger()
}

function ebike(colour: string): string {
  const wheel = (x: number) =>
    oval([x, 740], [96, 96], 'none', 'stroke="#1a1b1d" stroke-width="26"') +
    oval([x, 740], [34, 34], 'url(#metal)') +
    oval([x, 740], [62, 62], 'none', 'stroke="#6d7378" stroke-width="3"')
  const body = shape(
    'M330 560 q60 -20 150 -16 q40 6 50 60 l20 76 q60 24 110 6 l60 -220 l52 12 l-30 190 q-10 80 -120 96 l-180 4 q-110 -10 -112 -208 Z',
    colour,
  )
  const seat = shape('M320 546 q100 -44 220 -6 q8 26 -14 34 l-190 4 q-26 -10 -16 -32 Z', '#1c1d1f')
  const bars =
    stroke('M704 472 L668 366 M620 360 Q668 336 742 352', '#26282b', 16) +
    oval([716, 410], [36, 30], '#e9e4cf') +
    box([286, 470], [96, 84], '#2a2c2f', 'rx="12"')
  return (
    shadow(520, 832, [380, 30], 0.6) +
    wheel(360) +
    wheel(750) +
    body +
    shape('M352 640 q150 60 310 10 l-6 30 q-160 46 -300 -4 Z', '#000', 'opacity="0.3"') +
    seat +
    bars
  )
}

function charger(): string {
  const cable = stroke('M470 -10 C440 160 520 320 440 470 S400 620 452 640', '#1a1b1c', 9)
  const strip = `<g transform="rotate(8 500 846)">${box([430, 838], [220, 46], '#ecebe6', 'rx="10"')}${[452, 506, 560].map((x) => box([x, 852], [34, 18], '#3a3b3d', 'rx="4"')).join('')}${oval([626, 861], [9, 9], '#e03a2c')}</g>`
  return (
    cable +
    stroke('M452 640 C420 760 440 800 470 850', '#1a1b1c', 9) +
    strip +
    oval([626, 870], [40, 40], '#ff4a36', 'opacity="0.35" filter="url(#soft)"')
  )
}

export const lift: SceneDrawing = (dice, after) => {
  const wall =
    box([0, 0], [WIDTH, 720], '#cfc8bb', 'filter="url(#plaster)"') +
    polygon(
      [
        [0, 720],
        [WIDTH, 720],
        [WIDTH, HEIGHT],
        [0, HEIGHT],
      ],
      '#a9a296',
      'filter="url(#asphalt)"',
    )
  const frame = box([330, 90], [540, 640], '#6d7378') + box([356, 116], [488, 614], 'url(#steel)')
  const panel = box([930, 360], [76, 170], '#c2c7cb', 'rx="8" stroke="#83898e" stroke-width="4"')
  const button = (y: number, lit: boolean) =>
    oval([968, y], [22, 22], lit ? '#ffd27a' : '#e6e8ea', 'stroke="#8b9196" stroke-width="4"')
  const display = box([520, 34], [160, 46], '#14171a', 'rx="4"')
  if (after) {
    const cabin =
      polygon(
        [
          [450, 116],
          [750, 116],
          [750, 730],
          [450, 730],
        ],
        '#e8e4d8',
      ) +
      polygon(
        [
          [510, 176],
          [690, 176],
          [690, 650],
          [510, 650],
        ],
        '#cfcabd',
      ) +
      polygon(
        [
          [450, 730],
          [510, 650],
          [690, 650],
          [750, 730],
        ],
        '#9b9588',
      ) +
      oval([600, 140], [110, 14], '#fffdf0')
    const arrow = polygon(
      [
        [600, 42],
        [618, 70],
        [582, 70],
      ],
      '#ff9a3c',
    )
    return (
      wall +
      frame +
      cabin +
      display +
      arrow +
      panel +
      button(410, true) +
      button(476, false) +
      oval([600, 150], [160, 60], '#fff8dc', 'opacity="0.6" filter="url(#glow)"')
    )
  }
  const gap = box([597, 116], [6, 614], '#2b2f33')
  const lines = Array.from({ length: 6 }, (_, at) =>
    box([494, 380 + at * 30], [dice.between(130, 210), 10], '#77777a'),
  ).join('')
  const notice = `<g transform="rotate(-2 600 420)">${box([468, 286], [266, 320], '#000', 'opacity="0.25" filter="url(#slight)"')}${box([462, 276], [266, 320], '#fbf8ef')}${box([462, 276], [266, 72], '#b3261e')}${box([512, 300], [166, 22], '#fff')}${lines}${box([440, 262], [70, 26], '#d9c58a', 'opacity="0.8" transform="rotate(-30 470 276)"')}${box([690, 262], [70, 26], '#d9c58a', 'opacity="0.8" transform="rotate(30 720 276)"')}</g>`
  const tape =
    stroke('M300 640 L900 560 M300 560 L900 650', '#d9b02c', 24) +
    stroke('M300 640 L900 560 M300 560 L900 650', '#26282b', 24, 'stroke-dasharray="34 34"')
  return wall + frame + gap + display + panel + button(410, false) + button(476, false) + notice + tape
}
