import type { Chance } from './random.ts'

export const WIDTH = 1200
export const HEIGHT = 900

type Point = readonly [x: number, y: number]
export const polygon = (points: readonly Point[], fill: string, more = '') =>
  `<polygon points="${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}" fill="${fill}" ${more}/>`
export const box = ([x, y]: Point, size: Point, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${size[0]}" height="${size[1]}" fill="${fill}" ${more}/>`
export const oval = ([x, y]: Point, radius: Point, fill: string, more = '') =>
  `<ellipse cx="${x}" cy="${y}" rx="${radius[0]}" ry="${radius[1]}" fill="${fill}" ${more}/>`
export const stroke = (path: string, colour: string, width: number, more = '') =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
export const shape = (path: string, fill: string, more = '') => `<path d="${path}" fill="${fill}" ${more}/>`

/** Everything on the ground stands on a soft shadow. */
export const shadow = (x: number, y: number, radius: Point, strength = 0.45) =>
  oval([x, y], radius, '#000', `opacity="${strength}" filter="url(#soft)"`)

const stops = (...colours: string[]) =>
  colours.map((colour, at) => `<stop offset="${at / (colours.length - 1)}" stop-color="${colour}"/>`).join('')
const upright = (id: string, ...colours: string[]) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops(...colours)}</linearGradient>`
const sideways = (id: string, ...colours: string[]) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="1" y2="0">${stops(...colours)}</linearGradient>`

const texture = (id: string, frequency: string, seed: number, strength: number) =>
  `<filter id="${id}" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="${frequency}"
   numOctaves="4" seed="${seed}" result="n"/><feColorMatrix in="n" type="matrix" values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0
   ${strength} ${strength} 0 0 ${-strength * 0.92}" result="t"/><feComposite in="t" in2="SourceAlpha" operator="in" result="c"/>
   <feMerge><feMergeNode in="SourceGraphic"/><feMergeNode in="c"/></feMerge></filter>`

export function definitions(dice: Chance): string {
  const seed = dice.between(1, 900)
  return `<defs>
  <filter id="soft" x="-60%" y="-60%" width="220%" height="220%"><feGaussianBlur stdDeviation="14"/></filter>
  <filter id="glow" x="-150%" y="-150%" width="400%" height="400%"><feGaussianBlur stdDeviation="34"/></filter>
  <filter id="slight" x="-10%" y="-10%" width="120%" height="120%"><feGaussianBlur stdDeviation="2.2"/></filter>
  ${texture('asphalt', '0.55 0.8', seed, 0.55)}${texture('plaster', '0.11 0.14', seed, 0.3)}${texture('leafy', '0.06 0.07', seed, 0.9)}
  ${texture('damp', '0.008 0.014', seed, 1.1)}
  ${upright('sky', '#9db7d2', '#cddbe6', '#e9ecea')}${upright('night', '#0a1020', '#141d33', '#27304a')}
  ${upright('road', '#6f7275', '#585b5e', '#47494c')}${upright('roadnight', '#1d2230', '#11151f')}
  ${upright('wall', '#d9d3c6', '#c9c2b3', '#a9a294')}${upright('floor', '#8f897d', '#b7b0a2')}
  ${upright('grass', '#7d9460', '#5d7846')}${sideways('metal', '#5d656d', '#c3cad0', '#838b93', '#4c545b')}
  ${sideways('pipe', '#6d7680', '#e4e8eb', '#9aa3ab', '#565e66')}${sideways('steel', '#8d959c', '#d3d8dc', '#aab1b7', '#dfe3e6', '#8b9299')}
  ${sideways('bin', '#1f4f35', '#3a7d57', '#275f41', '#173c28')}${upright('water', '#6b6a55', '#4a4a3a')}
  <radialGradient id="vignette" cx="0.5" cy="0.48" r="0.75">${stops('#00000000', '#00000000', '#00000012', '#0000007a')}</radialGradient>
  <radialGradient id="light" cx="0.5" cy="0.5" r="0.5"><stop offset="0" stop-color="#fff3c9" stop-opacity="0.95"/>
  <stop offset="0.35" stop-color="#ffd98a" stop-opacity="0.4"/><stop offset="1" stop-color="#ffd98a" stop-opacity="0"/></radialGradient></defs>`
}

/** A street between houses: sky, two facades in perspective, road with kerbs. */
export function street(dice: Chance, night = false): string {
  const horizon = 400
  const sky = box([0, 0], [WIDTH, horizon + 40], night ? 'url(#night)' : 'url(#sky)')
  const road = polygon(
    [
      [0, HEIGHT],
      [0, 640],
      [520, horizon],
      [690, horizon],
      [WIDTH, 620],
      [WIDTH, HEIGHT],
    ],
    night ? 'url(#roadnight)' : 'url(#road)',
    'filter="url(#asphalt)"',
  )
  const kerbs =
    polygon(
      [
        [0, 600],
        [510, horizon - 4],
        [524, horizon],
        [0, 655],
      ],
      night ? '#2a2f3a' : '#b9b4a8',
    ) +
    polygon(
      [
        [WIDTH, 585],
        [700, horizon - 4],
        [688, horizon],
        [WIDTH, 635],
      ],
      night ? '#262b36' : '#aaa599',
    )
  const left = facade(
    [
      [0, 40],
      [500, 300],
      [510, horizon],
      [0, 610],
    ],
    night,
    dice,
  )
  const right = facade(
    [
      [WIDTH, 90],
      [720, 305],
      [700, horizon],
      [WIDTH, 595],
    ],
    night,
    dice,
  )
  const far =
    box([500, 318], [230, 84], night ? '#1b2233' : '#c3c3bd') +
    box([560, 290], [90, 112], night ? '#181f2e' : '#b4b5b2')
  return sky + far + left + right + road + kerbs
}

function facade(corners: readonly [Point, Point, Point, Point], night: boolean, dice: Chance): string {
  const [topNear, topFar, bottomFar, bottomNear] = corners
  const at = (across: number, down: number): Point => {
    // Steps grow shorter with distance, as they do to the eye.
    const depth = 1 - (1 - across) ** 1.7
    const top: Point = [
      topNear[0] + (topFar[0] - topNear[0]) * depth,
      topNear[1] + (topFar[1] - topNear[1]) * depth,
    ]
    const foot: Point = [
      bottomNear[0] + (bottomFar[0] - bottomNear[0]) * depth,
      bottomNear[1] + (bottomFar[1] - bottomNear[1]) * depth,
    ]
    return [top[0] + (foot[0] - top[0]) * down, top[1] + (foot[1] - top[1]) * down]
  }
  let drawn = polygon(
    corners,
    night ? '#222838' : dice.pick(['#cdbfa8', '#c4b7a6', '#bfc0bb']),
    'filter="url(#plaster)"',
  )
  for (let column = 0; column < 6; column += 1) {
    for (let row = 0; row < 5; row += 1) {
      const [left, right] = [column / 6 + 0.035, column / 6 + 0.125]
      const [up, down] = [row / 5 + 0.05, row / 5 + 0.14]
      const lit = night && dice.happens(0.22)
      const pane = lit
        ? '#d9b467'
        : night
          ? '#10151f'
          : dice.pick(['#56677a', '#6c7f91', '#47576a', '#7d8fa0'])
      drawn += polygon(
        [at(left, up), at(right, up), at(right, down), at(left, down)],
        pane,
        `stroke="${night ? '#1a2030' : '#e6e1d6'}" stroke-width="3"`,
      )
    }
  }
  return drawn
}

/** A corridor or a room seen straight on; the floor comes towards us. */
export function room(wall = 'url(#wall)', floor = 'url(#floor)'): string {
  return (
    box([0, 0], [WIDTH, 640], wall, 'filter="url(#plaster)"') +
    polygon(
      [
        [0, 640],
        [WIDTH, 640],
        [WIDTH, HEIGHT],
        [0, HEIGHT],
      ],
      floor,
      'filter="url(#plaster)"',
    ) +
    box([0, 622], [WIDTH, 20], '#8a8478') +
    polygon(
      [
        [0, 0],
        [150, 0],
        [150, 640],
        [0, HEIGHT],
      ],
      '#000',
      'opacity="0.14"',
    ) +
    box([0, 640], [WIDTH, 70], '#000', 'opacity="0.12" filter="url(#soft)"')
  )
}

/** Looking down at the ground. */
export const ground = (fill = 'url(#road)') => box([0, 0], [WIDTH, HEIGHT], fill, 'filter="url(#asphalt)"')

/** Paving stones looked down upon, a little skewed. */
export function paving(dice: Chance): string {
  let drawn = box([0, 0], [WIDTH, HEIGHT], '#77736b')
  for (let row = 0; row < 9; row += 1) {
    for (let column = -1; column < 8; column += 1) {
      const x = column * 170 + (row % 2) * 85 + row * 4
      drawn += box(
        [x, row * 105],
        [163, 98],
        dice.pick(['#a19b8f', '#989286', '#aaa498', '#938d82']),
        'rx="3"',
      )
    }
  }
  return `<g filter="url(#asphalt)" transform="rotate(${dice.between(-6, 6)} 600 450) scale(1.08) translate(-45 -35)">${drawn}</g>`
}

/** A blob with a wobbling edge: puddles, stains, holes. */
export function blob(centre: Point, radius: Point, dice: Chance): string {
  const corners = Array.from({ length: 14 }, (_, at) => {
    const angle = (at / 14) * Math.PI * 2
    const swell = 0.8 + dice.next() * 0.35
    return [
      centre[0] + Math.cos(angle) * radius[0] * swell,
      centre[1] + Math.sin(angle) * radius[1] * swell,
    ] as const
  })
  const middle = (one: Point, other: Point): Point => [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2]
  const pair = (at: number): [Point, Point] => [corners[at % 14] ?? centre, corners[(at + 1) % 14] ?? centre]
  const start = middle(...pair(13))
  return `M${start.join(' ')} ${corners.map((corner, at) => `Q${corner.join(' ')} ${middle(...pair(at)).join(' ')}`).join(' ')} Z`
}
