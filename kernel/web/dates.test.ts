import { describe, expect, it } from 'vitest'
import { formatDue, formatMoment, formatRemaining } from './dates.ts'

const now = '2026-11-23T02:00:00Z' // 10:00 on a Chinese wall

describe('dates on a Chinese wall', () => {
  it('says a promise with its day and hour', () => {
    expect(formatDue('2026-11-25T10:00:00Z', 'zh', now)).toBe('11月25日 18:00 前')
    expect(formatDue('2027-01-04T10:00:00Z', 'zh', now)).toBe('2027年1月4日 18:00 前')
    expect(formatDue('2026-11-25T10:00:00Z', 'en', now)).toBe('by 25 Nov 18:00')
  })

  it('counts what is left and what is over in whole units', () => {
    expect(formatRemaining('2026-11-23T07:59:00Z', 'zh', now)).toBe('还剩 5 小时')
    expect(formatRemaining('2026-11-20T20:00:00Z', 'zh', now)).toBe('超期 2 天')
    expect(formatRemaining('2026-11-23T03:00:00Z', 'en', now)).toBe('1 hour left')
  })

  it('takes days by the Chinese midnight, not by that of the phone', () => {
    expect(formatMoment('2026-11-22T16:05:00Z', 'zh', now)).toBe('今天 00:05')
    expect(formatMoment('2026-11-22T15:59:00Z', 'zh', now)).toBe('昨天 23:59')
    expect(formatMoment('2026-11-23T16:00:00Z', 'en', now)).toBe('Tomorrow 00:00')
  })
})
