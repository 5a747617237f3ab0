import { matterWords } from '#modules/matters/words/matter-words.messages.ts'
import { messages as organisationWords } from '#modules/organisations/staff/organisations.messages.ts'
import { roleWords } from '#modules/people/web/role-words.messages.ts'

/** One file of an export: `columns` are the titles in the order of what the statement gives. */
export type ExportSheet = {
  name: string
  columns: readonly string[]
  /** For the district with this number. */
  text(district: number, timeZone: string): string
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The Chinese word for what a column holds; what has no word stays as it is. */
function worded(column: string, words: Readonly<Record<string, string>>): string {
  const cases = Object.entries(words).map(([key, word]) => `when ${literal(key)} then ${literal(word)}`)
  return `case ${column} ${cases.join(' ')} else ${column} end`
}

/** Names from the street down, as people say where something is. */
const places = (district: number): string => `
  with places as materialized (
    select a.id, string_agg(p.name, '/' order by u.n) filter (where p.kind <> 'district') as path
    from areas a
    cross join lateral unnest(a.path) with ordinality as u (id, n)
    join areas p on p.district_id = a.district_id and p.id = u.id
    where a.district_id = ${district} group by a.id)`

const areaKindWords = {
  district: '区',
  street: '街道',
  community: '社区',
  quarter: '小区',
  grid: '网格',
  micro_grid: '微网格',
  building: '楼栋',
  unit: '单元',
}
const communityTypeWords = {
  old: '老旧',
  commercial: '商品房',
  work_unit: '单位型',
  village_turned: '村改居',
}
const actorWords = { visitor: '居民', system: '系统', person: '工作人员' }

const time = (column: string, zone: string): string =>
  `to_char(${column} at time zone ${literal(zone)}, 'YYYY-MM-DD HH24:MI:SS')`

const areas: ExportSheet = {
  name: 'areas',
  columns: [
    '编号',
    '区划代码',
    '上级代码',
    '类型',
    '名称',
    '完整名称',
    '社区类型',
    '经度',
    '纬度',
    '生效日期',
    '失效日期',
  ],
  text: (district) => `${places(district)}
    select a.id, a.code, p.code, ${worded('a.kind', areaKindWords)}, a.name, places.path,
      ${worded('a.community_type', communityTypeWords)}, a.lon, a.lat, a.valid_from::text, a.valid_to::text
    from areas a join places on places.id = a.id
    left join areas p on p.district_id = a.district_id and p.id = a.parent_id
    where a.district_id = ${district} order by a.path`,
}

const organisations: ExportSheet = {
  name: 'organisations',
  columns: [
    '类别',
    '名称',
    '所在区域',
    '上级单位',
    '统一社会信用代码',
    '工作电话',
    '细类',
    '生效日期',
    '失效日期',
  ],
  text: (district) => `${places(district)}
    select ${worded('o.kind', organisationWords.zh.kinds)}, o.name, coalesce(places.path, a.code, a.name), u.name, o.credit_code,
      o.work_phone, ${worded('o.form', organisationWords.zh.forms)}, o.valid_from::text, o.valid_to::text
    from organisations o join places on places.id = o.home_area_id
    join areas a on a.district_id = o.district_id and a.id = o.home_area_id
    left join organisations u on u.district_id = o.district_id and u.id = o.parent_id
    where o.district_id = ${district} order by o.id`,
}

/** Who held which post when; never a password, in whatever form. */
const posts: ExportSheet = {
  name: 'posts',
  columns: ['姓名', '登录名', '岗位', '所在区域', '单位', '职责', '工作电话', '任职日期', '离任日期'],
  text: (district) => `${places(district)}
    select c.name, c.login, ${worded('p.role', roleWords.zh)}, coalesce(places.path, a.code, a.name), o.name, p.duty, p.work_phone,
      p.valid_from::text, p.valid_to::text
    from posts p join accounts c on c.district_id = p.district_id and c.id = p.account_id
    join places on places.id = p.area_id
    join areas a on a.district_id = p.district_id and a.id = p.area_id
    left join organisations o on o.district_id = p.district_id and o.id = p.organisation_id
    where p.district_id = ${district} order by c.login, p.valid_from, p.id`,
}

const matters: ExportSheet = {
  name: 'matters',
  columns: [
    '编号',
    '事项',
    '状态',
    '层级',
    '地点',
    '单位',
    '收到',
    '受理',
    '答复',
    '回访',
    '办结',
    '承诺时限',
    '回访结果',
    '结果',
    '满意度',
    '重新办理',
    '改派',
    '来件',
    '公开',
  ],
  text: (district, zone) => `${places(district)}
    select m.number, coalesce(s.name_zh, m.subject), ${worded('m.status', matterWords.zh.status)},
      ${worded('m.level', matterWords.zh.level)}, places.path, o.name, ${time('m.received_at', zone)},
      ${time('m.accepted_at', zone)}, ${time('m.answered_at', zone)}, ${time('m.followed_up_at', zone)},
      ${time('m.closed_at', zone)}, ${time('m.due_at', zone)}, ${worded('m.follow_up', matterWords.zh.followUp)},
      ${worded('m.outcome', matterWords.zh.outcome)}, m.satisfaction, m.reopened, m.rerouted, m.report_count,
      case when m.is_public then '是' else '否' end
    from matters m left join places on places.id = m.place_id
    left join subjects s on s.district_id = m.district_id and s.key = m.subject
    left join organisations o on o.district_id = m.district_id and o.id = m.organisation_id
    where m.district_id = ${district} order by m.id`,
}

/** What residents wrote may name people, so the words, contacts and query codes stay in the system. */
const reports: ExportSheet = {
  name: 'reports',
  columns: ['诉求编号', '事项', '地点', '来源', '收到', '照片数', '评分', '评分理由', '评分时间', '撤回'],
  text: (district, zone) => `${places(district)}
    select m.number, coalesce(s.name_zh, r.subject), places.path, ${worded('r.channel', matterWords.zh.channel)},
      ${time('r.received_at', zone)}, cardinality(r.photo_ids), r.rating, array_to_string(r.rating_reasons, '、'),
      ${time('r.rated_at', zone)}, ${time('r.withdrawn_at', zone)}
    from reports r join matters m on m.district_id = r.district_id and m.id = r.matter_id
    left join places on places.id = r.place_id
    left join subjects s on s.district_id = r.district_id and s.key = r.subject
    where r.district_id = ${district} order by r.id`,
}

const events: ExportSheet = {
  name: 'events',
  columns: ['诉求编号', '序号', '动作', '时间', '谁', '岗位'],
  text: (district, zone) => `select m.number, e.seq, e.kind, ${time('e.at', zone)},
      ${worded('e.actor_kind', actorWords)}, ${worded('e.actor_role', roleWords.zh)}
    from matter_events e join matters m on m.district_id = e.district_id and m.id = e.matter_id
    where e.district_id = ${district} order by e.matter_id, e.seq`,
}

export const exportSheets: readonly ExportSheet[] = [areas, organisations, posts, matters, reports, events]
