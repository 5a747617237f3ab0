import { describe, expect, it } from 'vitest'
import { add, asOneCheck, asTests, nothing, sayCounts } from './outcome.ts'

const counts = { passed: 3, failed: 0, skipped: 1 }

describe('asTests', () => {
  it('takes the counts of a program that ended well', () => {
    expect(asTests({ exitCode: 0, output: '' }, counts)).toMatchObject(counts)
  })

  it('counts a failure when the program fails although every test passed', () => {
    expect(asTests({ exitCode: 1, output: '' }, counts)).toMatchObject({ passed: 3, failed: 1 })
  })

  it('does not count a failed test twice', () => {
    expect(asTests({ exitCode: 1, output: '' }, { ...counts, failed: 2 })).toMatchObject({ failed: 2 })
  })

  it('counts a failure when nothing ran', () => {
    expect(asTests({ exitCode: 0, output: '' }, nothing)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('sayCounts', () => {
  it('adds up the steps and is silent about skipped tests when there are none', () => {
    const passed = asOneCheck({ exitCode: 0, output: '' })
    const failed = asOneCheck({ exitCode: 2, output: '' })
    expect(sayCounts(add([passed, failed, passed]))).toBe('2 passed, 1 failed')
    expect(sayCounts(add([passed, { ...nothing, skipped: 4 }]))).toBe('1 passed, 0 failed, 4 skipped')
  })
})
