import { XMLBuilder } from 'fast-xml-parser'
import type { ProtocolEndpoint } from '#kernel/server/protocol.ts'
import { keptFor } from '#kernel/server/kept.ts'
import type { Context } from '#kernel/server/context.ts'
import { requestInvalid } from '#kernel/server/problems.ts'
import type { Entry } from '../contract.ts'
import { listEntries } from './entries.ts'

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true })

const words: Record<Entry['status'], string> = {
  received: '已收到',
  accepted: '已受理',
  in_progress: '正在办',
  answered: '已答复',
  closed: '已办结',
  returned: '已退回',
  merged: '已并案',
  withdrawn: '已撤回',
}

/** The newest fifty entries of an area as an Atom feed (RFC 4287); kept a minute. */
async function feed(ctx: Context, area: number | undefined): Promise<string> {
  const { areaName, items } = await listEntries(ctx, { limit: 50, ...(area !== undefined && { area }) })
  const { base } = ctx.caller
  const self = `${base}/public/feed.atom${area === undefined ? '' : `?area=${area}`}`
  const moments = items.map(changedAt)
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'utf-8' },
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': 'zh-CN',
      id: self,
      title: `${areaName} 诉求公示`,
      updated: moments.toSorted().at(-1) ?? ctx.now.toISOString(),
      author: { name: areaName },
      link: [
        { '@rel': 'self', '@href': self },
        { '@rel': 'alternate', '@href': `${base}/public${area === undefined ? '' : `?area=${area}`}` },
      ],
      entry: items.map((item) => entryOf(item, base)),
    },
  })
}

const changedAt = (item: Entry): string => item.closedAt ?? item.answeredAt ?? item.receivedAt

const entryOf = (item: Entry, base: string) => ({
  id: `${base}/m/${item.number}`,
  title: `${item.subject.zh} · ${words[item.status]} · ${item.placeNames.at(-1) ?? ''}`,
  updated: changedAt(item),
  published: item.receivedAt,
  link: { '@rel': 'alternate', '@href': `${base}/m/${item.number}` },
  summary: item.words ?? `${item.officeName}：${words[item.status]}`,
})

export const protocols: ProtocolEndpoint[] = [
  {
    declaration: {
      method: 'GET',
      path: '/public/feed.atom',
      summary: 'The public ledger as an Atom feed, of the district or of one area',
      perMinute: 60,
      maxBytes: 1024,
    },
    async run(ctx, { query }) {
      const asked = query.get('area')
      const area = asked ? Number(asked) : undefined
      if (area !== undefined && (!Number.isInteger(area) || area < 1 || area > 2_147_483_647))
        throw requestInvalid({ fields: [{ field: 'area' }] })
      const body = await keptFor(ctx, `disclosure.atom ${ctx.caller.base} ${area}`, 60_000, (inner) =>
        feed(inner, area),
      )
      return { status: 200, mediaType: 'application/atom+xml; charset=utf-8', body }
    },
    failed: (kind) => ({ status: kind.status, mediaType: 'text/plain; charset=utf-8', body: kind.text.zh }),
  },
]
