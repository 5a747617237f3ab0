import { implement } from '#kernel/server/endpoint.ts'
import * as contract from '../contract.ts'
import { listBatchHandlers, previewBatch } from './batch.ts'
import { countBelow, listHolders } from './count-below.ts'
import { exportMatters } from './export-matters.ts'
import { listAlikeMatters } from './list-beside.ts'
import { countFound } from './list-counts.ts'
import { readNews } from './news.ts'
import {
  keepReplyTemplate,
  listMatterTemplates,
  listReplyTemplates,
  retireReplyTemplate,
} from './reply-templates.ts'
import { dropFilter, keepFilter, listFilters, orderFilters } from './saved-filters.ts'
import { searchByPhone } from './search-contact.ts'

/** What the staff desk has besides the lists and the acts. */
export const deskEndpoints = [
  implement(contract.listAlikeMatters, (ctx, { params }) => listAlikeMatters(ctx, params.matterId)),
  implement(contract.countFound, (ctx, { query }) => countFound(ctx, query)),
  implement(contract.exportMatters, (ctx, { body }) => exportMatters(ctx, body)),
  implement(contract.searchByPhone, (ctx, { body }) => searchByPhone(ctx, body)),
  implement(contract.countBelow, (ctx, { query }) => countBelow(ctx, query.area)),
  implement(contract.listHolders, (ctx, { query }) => listHolders(ctx, query.area)),
  implement(contract.readNews, (ctx, { query }) => readNews(ctx, query)),
  implement(contract.listFilters, (ctx) => listFilters(ctx)),
  implement(contract.keepFilter, (ctx, { params, body }) => keepFilter(ctx, params.filterId, body)),
  implement(contract.orderFilters, (ctx, { body }) => orderFilters(ctx, body.ids)),
  implement(contract.dropFilter, (ctx, { params }) => dropFilter(ctx, params.filterId)),
  implement(contract.listReplyTemplates, (ctx) => listReplyTemplates(ctx)),
  implement(contract.keepReplyTemplate, (ctx, { params, body }) =>
    keepReplyTemplate(ctx, params.templateId, body),
  ),
  implement(contract.retireReplyTemplate, (ctx, { params }) => retireReplyTemplate(ctx, params.templateId)),
  implement(contract.listMatterTemplates, (ctx, { params }) => listMatterTemplates(ctx, params.matterId)),
  implement(contract.previewBatch, (ctx, { query }) => previewBatch(ctx, query)),
  implement(contract.listBatchHandlers, (ctx, { query }) => listBatchHandlers(ctx, query.ids)),
]
