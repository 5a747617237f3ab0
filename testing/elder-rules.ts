/**
 * The measures of the large-text version: 《移动互联网应用（APP）适老化通用设计规范》 and 《互联网网站适老化通用设计规范》 of the
 * Ministry of Industry and Information Technology, April 2021. Sizes in CSS pixels, which are dp on a phone.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Each rule's own least, where ours is not stricter (design: body 22, targets 60 both ways). */
const least = { text: 18, heading: 30, line: 1.3, paragraph: 1.3, target: 60 } as const
type Least = typeof least

/** Main text of 18 and more, the page's heading of 30, lines 1.3 times as high as their letters. */
function textFaults({ text, heading, line }: Least): string[] {
  const faults: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const box = node.parentElement
    const said = node.nodeValue?.trim().slice(0, 20)
    if (!box || !said || box.closest('script, style, noscript, .y-unseen')) continue
    if (box.getClientRects().length === 0) continue
    const style = getComputedStyle(box)
    const size = Number.parseFloat(style.fontSize)
    if (size < text) faults.push(`"${said}" is ${size} px`)
    if (box.closest('h1') && size < heading) faults.push(`the heading "${said}" is ${size} px`)
    if (!(Number.parseFloat(style.lineHeight) / size >= line - 0.001))
      faults.push(`the lines of "${said}" are ${style.lineHeight} high at ${size} px`)
  }
  for (const field of document.querySelectorAll('input, textarea, select')) {
    const size = Number.parseFloat(getComputedStyle(field).fontSize)
    if (size > 0 && size < text) faults.push(`a field writes in ${size} px`)
  }
  return faults
}

/** From paragraph to paragraph 1.3 times as far as from line to line. */
function paragraphFaults({ paragraph }: Least): string[] {
  const faults: string[] = []
  for (const later of document.querySelectorAll('p + p')) {
    const earlier = later.previousElementSibling
    if (!earlier?.textContent?.trim() || !later.textContent?.trim()) continue
    if (earlier.getClientRects().length === 0 || later.getClientRects().length === 0) continue
    if (earlier.closest('.y-unseen') ?? later.closest('.y-unseen')) continue
    const gap = later.getBoundingClientRect().top - earlier.getBoundingClientRect().bottom
    const line = Number.parseFloat(getComputedStyle(earlier).lineHeight)
    // Side by side they are no paragraphs of one text.
    if (gap < -line / 2) continue
    if ((line + gap) / line < paragraph - 0.01)
      faults.push(
        `"${later.textContent.trim().slice(0, 20)}" is ${Math.round(gap)} px below what stands above it`,
      )
  }
  return faults
}

/** What is pressed measures 60 both ways; a link inside a sentence is text. */
function targetFaults({ target }: Least): string[] {
  const pressed = 'a[href], button, summary, input:not([type=hidden]), textarea, select, [role=button]'
  const faults: string[] = []
  for (const each of document.querySelectorAll(pressed)) {
    const whole = each instanceof HTMLInputElement ? (each.closest('label') ?? each) : each
    const style = getComputedStyle(whole)
    const { width, height } = whole.getBoundingClientRect()
    const isUnseen = whole.getClientRects().length === 0 || style.clipPath.includes('50%') || width <= 1
    const isText = style.display === 'inline' && whole.parentElement?.textContent !== whole.textContent
    if (isUnseen || isText || style.visibility === 'hidden') continue
    if (width >= target - 0.5 && height >= target - 0.5) continue
    const name = whole.textContent?.trim() || each.getAttribute('aria-label') || each.tagName
    faults.push(`"${name.slice(0, 24)}" is ${Math.round(width)} x ${Math.round(height)}`)
  }
  return faults
}

/** One column: nothing to choose stands beside another thing to choose, nothing sticks out or is cut off. */
function columnFaults(): string[] {
  const faults: string[] = []
  for (const group of document.querySelectorAll('main fieldset, main [role=group], main [role=radiogroup]')) {
    const choices = [...group.querySelectorAll('input, button')].map((each) => each.closest('label') ?? each)
    const boxes = choices.map((each) => each.getBoundingClientRect()).filter(({ width }) => width > 1)
    const beside = boxes.some((box, index) => index > 0 && box.top < (boxes[index - 1]?.bottom ?? 0) - 4)
    if (beside) faults.push(`choices side by side: "${group.textContent?.trim().slice(0, 24)}"`)
  }
  const { scrollWidth } = document.documentElement
  if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} px wide on a phone of ${innerWidth}`)
  for (const box of document.querySelectorAll<HTMLElement>('main *')) {
    const { overflowX, clipPath } = getComputedStyle(box)
    const isUnseen = box.closest('.y-unseen') !== null || clipPath.includes('50%')
    const isCut = overflowX === 'hidden' && box.scrollWidth > box.clientWidth + 1
    if (isCut && !isUnseen && box.clientWidth > 1)
      faults.push(`cut off: "${box.textContent?.trim().slice(0, 24)}"`)
  }
  return faults
}

/** Contrast 4.5:1, 3:1 for large letters; a link in a text is known by more than its colour. */
async function colourFaults(page: Page): Promise<string[]> {
  const rules = ['color-contrast', 'link-in-text-block']
  const { violations } = await new AxeBuilder({ page }).withRules(rules).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

/** Everything on the page that the large-text version must not have, in words. */
export async function elderFaults(page: Page): Promise<string[]> {
  const measured = [
    await page.evaluate(textFaults, least),
    await page.evaluate(paragraphFaults, least),
    await page.evaluate(targetFaults, least),
    await page.evaluate(columnFaults),
    await colourFaults(page),
  ]
  return [...new Set(measured.flat())]
}
