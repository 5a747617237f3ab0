import {
  blob,
  box,
  ground,
  HEIGHT,
  oval,
  paving,
  polygon,
  shadow,
  shape,
  street,
  stroke,
  WIDTH,
} from './photo-parts.ts'
import type { Chance } from './random.ts'

/** Each scene is drawn before and after; the same dice give the same place, so the two photos belong together. */
export type SceneDrawing = (dice: Chance, after: boolean) => string

const LAMP_X = 640

export const lamp: SceneDrawing = (dice, after) => {
  const place = street(dice, true)
  const pole =
    stroke(`M${LAMP_X} 760 L${LAMP_X} 190 Q${LAMP_X} 130 ${LAMP_X - 90} 128`, '#3c4250', 16) +
    stroke(`M${LAMP_X - 4} 760 L${LAMP_X - 4} 200`, '#5a6272', 4) +
    polygon(
      [
        [LAMP_X - 160, 118],
        [LAMP_X - 70, 112],
        [LAMP_X - 66, 136],
        [LAMP_X - 150, 146],
      ],
      '#2b303c',
    )
  if (!after) return place + pole + box([0, 0], [WIDTH, HEIGHT], '#02040a', 'opacity="0.42"')
  const x = LAMP_X - 112
  const cone = polygon(
    [
      [x - 30, 146],
      [x + 40, 146],
      [x + 330, 860],
      [x - 380, 860],
    ],
    '#ffdf9a',
    'opacity="0.2" filter="url(#glow)"',
  )
  const pool = oval([x, 800], [420, 110], '#ffd98a', 'opacity="0.5" filter="url(#glow)"')
  const halo = `<circle cx="${x}" cy="148" r="240" fill="url(#light)"/>` + oval([x, 146], [40, 12], '#fffbe8')
  return place + pool + cone + pole + halo
}

function car(x: number, y: number, size: number, colour: string): string {
  const body = `M0 0 Q-6 -46 30 -58 L78 -68 Q120 -128 186 -130 L312 -130 Q372 -126 404 -74 L446 -60 Q478 -50 474 0 Z`
  const glass =
    'M104 -68 Q134 -112 188 -114 L236 -114 L236 -68 Z M250 -114 L310 -114 Q352 -110 378 -70 L250 -68 Z'
  const wheel = (at: number) => oval([at, 2], [42, 42], '#17181a') + oval([at, 2], [22, 22], 'url(#metal)')
  return `<g transform="translate(${x} ${y}) scale(${size})">${shadow(238, 36, [280, 26], 0.6)}${shape(body, colour)}
  ${shape('M10 -30 Q220 -56 470 -32 L472 0 L2 0 Z', '#000', 'opacity="0.22"')}${shape(glass, '#2b3640')}
  ${shape('M112 -72 Q140 -108 186 -110 L200 -110 L150 -72 Z', '#9fb2c0', 'opacity="0.5"')}
  ${wheel(96)}${wheel(376)}${box([448, -54], [24, 14], '#f3e6b0', 'rx="5"')}${box([0, -50], [16, 18], '#a8322c', 'rx="4"')}</g>`
}

export const lane: SceneDrawing = (dice, after) => {
  const place = street(dice)
  const hatch = Array.from({ length: 7 }, (_, at) => {
    const y = 470 + at * at * 9 + at * 12
    const half = (y - 400) * 0.62
    return polygon(
      [
        [600 - half, y],
        [600 - half + 30, y],
        [600 + half, y + 16 + at * 4],
        [600 + half - 34, y + 16 + at * 4],
      ],
      '#d8b23c',
      'opacity="0.75"',
    )
  }).join('')
  const edges =
    polygon(
      [
        [560, 420],
        [568, 420],
        [190, 900],
        [150, 900],
      ],
      '#d8b23c',
      'opacity="0.8"',
    ) +
    polygon(
      [
        [640, 420],
        [648, 420],
        [1050, 900],
        [1010, 900],
      ],
      '#d8b23c',
      'opacity="0.8"',
    )
  const [first, second, third] = [
    dice.pick(['#8f1f22', '#274a78']),
    dice.pick(['#e4e5e3', '#c9cdd0']),
    dice.pick(['#2a2d31', '#5c646b']),
  ]
  if (after) return place + edges + hatch + car(960, 640, 0.42, second)
  return (
    place +
    edges +
    hatch +
    car(520, 486, 0.3, third) +
    car(300, 610, 0.72, second) +
    car(560, 826, 1.15, first)
  )
}

export const manhole: SceneDrawing = (dice, after) => {
  const place = paving(dice)
  const [x, y] = [600, 470]
  const rim =
    shadow(x, y + 8, [268, 214], 0.5) +
    oval([x, y], [262, 206], '#4d4f50') +
    oval([x, y], [248, 193], '#6d7072')
  if (!after) {
    const hole =
      oval([x, y], [232, 178], '#0b0c0d') +
      shape(
        `M${x - 232} ${y} A232 178 0 0 1 ${x + 232} ${y} L${x + 214} ${y + 26} A214 150 0 0 0 ${x - 214} ${y + 26} Z`,
        '#2a2723',
      )
    const rungs = [20, 62, 100]
      .map((down) => stroke(`M${x - 46} ${y + down - 40} h92`, '#38352f', 9))
      .join('')
    const branch = stroke(
      `M${x + 20} ${y + 120} C${x + 40} ${y - 60} ${x + 10} ${y - 190} ${x + 110} ${y - 390}`,
      '#5b4630',
      13,
    )
    const leaves = Array.from({ length: 26 }, () =>
      oval(
        [x + 60 + dice.between(-70, 120), y - 330 + dice.between(-90, 150)],
        [20, 9],
        dice.pick(['#54733a', '#6d8a48', '#3f5a2c']),
        `transform="rotate(${dice.between(0, 180)} ${x + 80} ${y - 300})"`,
      ),
    ).join('')
    return place + rim + hole + rungs + branch + leaves
  }
  const cover = oval([x, y], [240, 186], '#55585a') + oval([x, y - 4], [236, 182], '#7b7f82')
  const studs = Array.from({ length: 13 }, (_, row) =>
    Array.from({ length: 13 }, (_each, column) => [column - 6, row - 6] as const),
  )
    .flat()
    .filter(([across, down]) => across ** 2 + down ** 2 < 36)
    .map(([across, down]) =>
      box(
        [x + across * 34 - 10, y + down * 26 - 7],
        [20, 14],
        (across + down) % 2 === 0 ? '#595d60' : '#8f9396',
        'rx="4"',
      ),
    )
    .join('')
  return (
    place +
    rim +
    cover +
    studs +
    oval([x - 120, y], [13, 9], '#2b2d2e') +
    oval([x + 120, y], [13, 9], '#2b2d2e')
  )
}

export const drain: SceneDrawing = (dice, after) => {
  const place = paving(dice)
  const grate = () => {
    const bars = Array.from({ length: 9 }, (_, at) =>
      box([398 + at * 46, 372], [24, 176], '#17191a', 'rx="10"'),
    ).join('')
    return (
      shadow(600, 468, [256, 140], 0.4) +
      box([370, 346], [462, 230], '#4b4f52', 'rx="10"') +
      box([380, 354], [442, 210], 'url(#metal)', 'rx="8"') +
      bars
    )
  }
  const stain = shape(blob([600, 480], [430, 300], dice), '#3d372b', 'opacity="0.35" filter="url(#soft)"')
  if (after) return place + stain + grate()
  const pool = blob([600, 480], [540, 350], dice)
  const water =
    shape(pool, 'url(#water)', 'opacity="0.9" filter="url(#damp)"') +
    stroke(pool, '#2c2a20', 7, 'opacity="0.5"')
  const shine =
    shape(blob([430, 330], [190, 46], dice), '#c9cdbf', 'opacity="0.38" filter="url(#soft)"') +
    shape(blob([760, 610], [150, 34], dice), '#dfe2d6', 'opacity="0.28" filter="url(#soft)"')
  const ripples = [60, 110, 170]
    .map((size) =>
      oval([600, 460], [size * 1.6, size * 0.7], 'none', 'stroke="#8d8b74" stroke-width="4" opacity="0.6"'),
    )
    .join('')
  const litter = Array.from({ length: 22 }, () =>
    box(
      [dice.between(230, 950), dice.between(250, 700)],
      [dice.between(14, 44), dice.between(8, 20)],
      dice.pick(['#b8ad8f', '#6a5636', '#d8d6cc', '#7d6f4d', '#48612f']),
      `rx="4" transform="rotate(${dice.between(-50, 50)} 600 460)"`,
    ),
  ).join('')
  return place + `<g opacity="0.35">${grate()}</g>` + water + shine + ripples + litter
}

export const road: SceneDrawing = (dice, after) => {
  const place = ground()
  const line = polygon(
    [
      [930, 0],
      [968, 0],
      [1090, 900],
      [1030, 900],
    ],
    '#d9d7cf',
    'opacity="0.75" filter="url(#asphalt)"',
  )
  const outline = blob([500, 480], [330, 220], dice)
  if (after) {
    const patch = polygon(
      [
        [130, 240],
        [860, 210],
        [900, 730],
        [120, 760],
      ],
      '#2f3133',
      'filter="url(#asphalt)"',
    )
    return place + line + patch + stroke('M130 240 L860 210 L900 730 L120 760 Z', '#1b1c1d', 12)
  }
  const hole =
    shape(outline, '#2d2a26') +
    `<g transform="translate(16 26) scale(0.96)">${shape(outline, '#4a443b', 'filter="url(#asphalt)"')}</g>`
  const puddle =
    shape(blob([510, 530], [210, 110], dice), '#7f8a92', 'opacity="0.85"') +
    shape(blob([470, 500], [90, 22], dice), '#e6edf0', 'opacity="0.6" filter="url(#slight)"')
  const stones = Array.from({ length: 60 }, () =>
    oval(
      [dice.between(120, 900), dice.between(230, 740)],
      [dice.between(4, 17), dice.between(3, 11)],
      dice.pick(['#8d8880', '#6a665f', '#a19c92']),
    ),
  ).join('')
  const cracks = Array.from({ length: 7 }, (_, at) =>
    stroke(
      `M${500 + 300 * Math.cos(at)} ${480 + 200 * Math.sin(at)} l${140 * Math.cos(at + 0.4)} ${120 * Math.sin(at)} l${80 * Math.cos(at - 0.3)} ${70 * Math.sin(at + 0.5)}`,
      '#26282a',
      6,
    ),
  ).join('')
  return place + line + cracks + hole + puddle + stones
}
