import type { Messages } from '#kernel/web/messages.ts'

const large = (squareMetres: number): string =>
  squareMetres >= 10_000 ? `${(squareMetres / 10_000).toFixed(2)} 公顷` : `${squareMetres} 平方米`
const largeEn = (squareMetres: number): string =>
  squareMetres >= 10_000 ? `${(squareMetres / 10_000).toFixed(2)} ha` : `${squareMetres} m²`

const zh = {
  faults: {
    no_polygon: '不是面',
    ring_open: '环没有闭合',
    not_degrees: '坐标不是经纬度，像是米制投影，请先导成经纬度',
    crosses_itself: '边界自己交叉',
    unmatched: '没有找到对应的区域',
    ambiguous: '同名的区域不止一个，请用代码对应',
    twice: '同一个区域在文件里出现两次',
    elsewhere: '有五分之一以上在上级范围以外',
  },
  overlaps: (name: string, size: number) => `与“${name}”重叠 ${large(size)}`,
  sticks_out: (name: string, size: number) => `超出“${name}” ${large(size)}`,
  gap: (name: string, size: number) => `“${name}”里还有 ${large(size)}没有划到任何一个`,
  size: large,
  suggests: (system: string) => `大部分图形不在本辖区，坐标系可能选错了。按“${system}”读就对得上。`,
  systems: { wgs84: 'WGS-84', cgcs2000: 'CGCS2000', gcj02: 'GCJ-02（高德、腾讯）', bd09: 'BD-09（百度）' },
}

const en: typeof zh = {
  faults: {
    no_polygon: 'no polygon',
    ring_open: 'a ring is not closed',
    not_degrees: 'not in degrees but, it seems, in metres of a projection; export longitude and latitude',
    crosses_itself: 'the outline crosses itself',
    unmatched: 'no such area',
    ambiguous: 'several areas have this name; match by code',
    twice: 'the file has this area twice',
    elsewhere: 'more than a fifth lies outside the area above',
  },
  overlaps: (name, size) => `overlaps “${name}” by ${largeEn(size)}`,
  sticks_out: (name, size) => `lies outside “${name}” by ${largeEn(size)}`,
  gap: (name, size) => `${largeEn(size)} of “${name}” would belong to none`,
  size: largeEn,
  suggests: (system) =>
    `Most shapes lie elsewhere: the coordinate system may be wrong. Read as ${system} they fit.`,
  systems: { wgs84: 'WGS-84', cgcs2000: 'CGCS2000', gcj02: 'GCJ-02 (Amap, Tencent)', bd09: 'BD-09 (Baidu)' },
}

/** What a check of boundaries finds, in words. */
export const findingWords: Messages<typeof zh> = { zh, en }
