import { blob, box, HEIGHT, oval, polygon, shadow, shape, street, stroke, WIDTH } from './photo-parts.ts'
import type { SceneDrawing } from './photo-street.ts'
import type { Chance } from './random.ts'

function yard(): string {
  const wall =
    box([0, 0], [WIDTH, 560], '#c9c0b0', 'filter="url(#plaster)"') +
    box([0, 470], [WIDTH, 96], '#8d867a', 'filter="url(#plaster)"')
  const floor = polygon(
    [
      [0, 560],
      [WIDTH, 560],
      [WIDTH, HEIGHT],
      [0, HEIGHT],
    ],
    'url(#road)',
    'filter="url(#asphalt)"',
  )
  const joints = [620, 700, 810]
    .map((y) => stroke(`M0 ${y} H${WIDTH}`, '#3b3d40', 3, 'opacity="0.35"'))
    .join('')
  return (
    wall +
    floor +
    joints +
    polygon(
      [
        [0, 0],
        [420, 0],
        [180, 560],
        [0, 560],
      ],
      '#fff',
      'opacity="0.1"',
    )
  )
}

function bin(x: number, open: boolean): string {
  const body = polygon(
    [
      [x, 330],
      [x + 230, 330],
      [x + 208, 690],
      [x + 22, 690],
    ],
    'url(#bin)',
  )
  const ribs = [60, 115, 170]
    .map((at) => stroke(`M${x + at} 360 L${x + 12 + at * 0.9} 660`, '#14331f', 6, 'opacity="0.5"'))
    .join('')
  const lid = open
    ? polygon(
        [
          [x - 6, 330],
          [x + 20, 210],
          [x + 226, 204],
          [x + 238, 326],
        ],
        '#1c4a31',
      )
    : box([x - 14, 296], [258, 44], '#2f6e4b', 'rx="16"')
  const wheels = oval([x + 48, 696], [26, 26], '#141516') + oval([x + 184, 696], [26, 26], '#141516')
  const sign =
    box([x + 76, 430], [84, 84], '#e9ece6', 'rx="8" opacity="0.85"') +
    stroke(`M${x + 118} 446 v40 m-18 -18 l18 20 l18 -20`, '#2f6e4b', 8)
  return shadow(x + 118, 716, [150, 24], 0.55) + lid + body + ribs + sign + wheels
}

function bag(x: number, y: number, size: number, dice: Chance): string {
  const colour = dice.pick(['#1d1f22', '#26282c', '#d9d5cb', '#7a2f2b', '#35506e'])
  const crease = dice.between(-20, 20)
  return `<g transform="translate(${x} ${y}) scale(${size})">${shadow(0, 66, [92, 18], 0.5)}
  ${shape('M-84 60 Q-110 -10 -56 -52 Q-22 -74 -6 -92 L12 -92 Q30 -70 60 -48 Q108 -6 82 60 Q0 84 -84 60 Z', colour)}
  ${shape('M-60 30 Q-70 -20 -34 -44 Q-50 0 -36 44 Z', '#fff', 'opacity="0.16"')}${stroke(`M${crease} -60 q18 40 -6 96 M${crease + 36} -34 q14 40 2 74`, '#000', 4, 'opacity="0.3"')}
  ${shape('M-14 -90 q-22 -24 -10 -34 q12 10 16 24 q10 -24 24 -26 q4 16 -14 36 Z', colour)}</g>`
}

export const bins: SceneDrawing = (dice, after) => {
  const place = yard()
  const row = bin(180, !after) + bin(480, !after) + bin(780, false)
  if (after)
    return (
      place + row + shape(blob([600, 790], [380, 40], dice), '#9aa1a6', 'opacity="0.25" filter="url(#soft)"')
    )
  const above = [250, 330, 380, 560, 620, 680]
    .map((x) => bag(x, 296 - dice.between(0, 46), 0.72, dice))
    .join('')
  const below = Array.from({ length: 13 }, (_, at) =>
    bag(150 + at * 74, 720 + dice.between(-14, 90), 0.75 + dice.next() * 0.5, dice),
  ).join('')
  const scraps = Array.from({ length: 40 }, () =>
    box(
      [dice.between(80, 1120), dice.between(740, 870)],
      [dice.between(12, 40), dice.between(8, 22)],
      dice.pick(['#cfc7b4', '#b2542d', '#e5e2da', '#4d6b8a', '#d2b04c']),
      `transform="rotate(${dice.between(-30, 30)} 600 800)"`,
    ),
  ).join('')
  return place + above + row + scraps + below
}

function wallWithWindow(): string {
  const bricks = box([0, 0], [WIDTH, HEIGHT], '#bfae97', 'filter="url(#plaster)"')
  const courses = Array.from({ length: 20 }, (_, at) =>
    stroke(`M0 ${at * 46} H${WIDTH}`, '#8d7d69', 2, 'opacity="0.4"'),
  ).join('')
  const frame =
    box([360, 170], [500, 520], '#ece8df') +
    box([382, 192], [456, 476], '#2f3d4a') +
    box([382, 192], [456, 476], 'url(#sky)', 'opacity="0.35"')
  const bars =
    box([602, 192], [16, 476], '#ece8df') +
    box([382, 330], [456, 12], '#ece8df') +
    box([340, 690], [540, 34], '#d3cabb') +
    box([340, 724], [540, 16], '#000', 'opacity="0.25"')
  const curtain = polygon(
    [
      [390, 345],
      [470, 345],
      [452, 664],
      [390, 664],
    ],
    '#d9cfc0',
    'opacity="0.55"',
  )
  return bricks + courses + frame + curtain + bars
}

export const tree: SceneDrawing = (dice, after) => {
  const leaf = () => {
    const [x, y] = after
      ? [dice.between(-60, 300), dice.between(-60, 330)]
      : [dice.between(-40, 1080), dice.between(-40, 720)]
    const colour = dice.pick(['#4c6b31', '#5f8140', '#38522a', '#7a9a52', '#2f4722'])
    return oval(
      [x, y],
      [dice.between(18, 40), dice.between(9, 18)],
      colour,
      `transform="rotate(${dice.between(0, 180)} ${x} ${y})"`,
    )
  }
  const trunk =
    stroke('M130 920 C150 700 120 520 190 330', '#4b3a2a', 54) +
    stroke('M140 900 C158 700 132 520 196 340', '#6b5640', 16, 'opacity="0.7"')
  const limb = stroke(
    'M185 420 C330 330 520 330 760 260 M230 380 C420 440 640 470 900 430 M190 340 C300 200 480 120 700 90',
    '#4b3a2a',
    22,
  )
  const cuts = oval([214, 392], [20, 16], '#cdb489') + oval([240, 430], [17, 14], '#d8c096')
  const leaves = Array.from({ length: after ? 150 : 900 }, leaf).join('')
  const dapple = after ? '' : box([0, 0], [WIDTH, HEIGHT], '#14210c', 'opacity="0.22"')
  return (
    wallWithWindow() +
    dapple +
    (after ? trunk + cuts : limb + trunk) +
    `<g filter="url(#leafy)">${leaves}</g>`
  )
}

export const fitness: SceneDrawing = (dice, after) => {
  const place =
    street(dice) +
    box([0, 560], [WIDTH, 340], '#9b5a48', 'filter="url(#asphalt)"') +
    box([0, 552], [WIDTH, 16], '#d9d4c8')
  const post = (x: number) =>
    box([x, 250], [34, 500], '#e0a92b') +
    box([x + 4, 250], [8, 500], '#f6d98a') +
    box([x - 16, 744], [66, 22], '#55585a', 'rx="6"')
  const frame =
    shadow(600, 776, [340, 28], 0.5) +
    post(360) +
    post(806) +
    box([346, 236], [508, 30], '#2b6aa3', 'rx="14"')
  const arm = (x: number, turn: number) =>
    `<g transform="rotate(${turn} ${x} 262)">${box([x - 9, 262], [18, 330], 'url(#metal)')}${box([x - 70, 586], [140, 28], '#2f3338', 'rx="10"')}</g>`
  if (after) return place + frame + arm(500, 6) + arm(700, -5)
  const fallen = `<g transform="rotate(66 820 700)">${box([760, 560], [18, 300], 'url(#metal)')}${box([700, 850], [140, 26], '#2f3338', 'rx="10"')}</g>`
  const stump =
    box([691, 262], [18, 70], 'url(#metal)') +
    polygon(
      [
        [688, 330],
        [712, 326],
        [706, 352],
        [699, 338],
        [692, 350],
      ],
      '#7d3b1c',
    )
  return place + frame + arm(500, 4) + stump + shadow(700, 790, [170, 20], 0.4) + fallen
}

export const hut: SceneDrawing = (dice, after) => {
  const lawn = box([0, 520], [WIDTH, 380], 'url(#grass)', 'filter="url(#leafy)"')
  const house =
    box([0, 0], [WIDTH, 530], '#cfc4b2', 'filter="url(#plaster)"') +
    [90, 420, 750, 1010]
      .map((x) => box([x, 90], [150, 190], '#46586a', 'stroke="#efeae0" stroke-width="12"'))
      .join('') +
    box([0, 490], [WIDTH, 40], '#8f8778')
  const shrubs = Array.from({ length: 120 }, () =>
    oval(
      [dice.between(0, WIDTH), dice.between(500, 570)],
      [dice.between(14, 40), dice.between(12, 28)],
      dice.pick(['#55743a', '#3f5b2b', '#6c8c4a']),
    ),
  ).join('')
  if (after)
    return (
      house +
      lawn +
      shrubs +
      shape(blob([620, 690], [330, 90], dice), '#6b5a3c', 'opacity="0.55" filter="url(#leafy)"')
    )
  const ribs = Array.from({ length: 15 }, (_, at) =>
    box([300 + at * 42, 350], [8, 330], '#1d4f84', 'opacity="0.55"'),
  ).join('')
  const shed =
    shadow(610, 700, [380, 34], 0.55) +
    box([296, 350], [630, 336], '#3f78b5') +
    ribs +
    polygon(
      [
        [250, 360],
        [330, 250],
        [910, 236],
        [980, 352],
      ],
      '#8e3a2f',
    ) +
    polygon(
      [
        [250, 360],
        [980, 352],
        [980, 372],
        [250, 380],
      ],
      '#5e241d',
    )
  const door =
    box([420, 440], [130, 246], '#7c868e', 'stroke="#4e565c" stroke-width="8"') +
    oval([530, 566], [9, 9], '#222') +
    box([660, 440], [170, 120], '#28333d', 'stroke="#c8ccd0" stroke-width="8"')
  return house + lawn + shrubs + shed + door
}
