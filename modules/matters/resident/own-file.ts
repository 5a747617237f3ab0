import type { Language } from '#kernel/web/language.ts'

type Part = { readonly title: string; readonly facts: readonly (readonly [string, string])[] }

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\n/g, '<br>')

/** A page that opens anywhere, also without this site. */
export function pageOf(title: string, language: Language, parts: readonly Part[]): string {
  const rows = ({ facts }: Part): string =>
    facts.map(([name, value]) => `<tr><th>${escaped(name)}</th><td>${escaped(value)}</td></tr>`).join('')
  const body = parts.map((part) => `<h2>${escaped(part.title)}</h2><table>${rows(part)}</table>`).join('')
  const look =
    'body{font:17px/1.6 sans-serif;max-width:720px;margin:24px auto;padding:0 16px}th{text-align:left;vertical-align:top;padding:4px 16px 4px 0;font-weight:400;color:#55606e;white-space:nowrap}td{padding:4px 0;overflow-wrap:anywhere}'
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${look}</style><h1>${escaped(title)}</h1>${body}</html>`
}

export const textOf = (parts: readonly Part[]): string =>
  parts
    .map(({ title, facts }) => [title, ...facts.map(([name, value]) => `${name}：${value}`)].join('\n'))
    .join('\n\n')

/** Hands a file to the browser, which asks where it should go. */
export function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // Some browsers read it a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
