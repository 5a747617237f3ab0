/**
 * Sets of records as they stood on a day or came in a span. Each is a query whose rows are what a number counts: the number is
 * the sum of their `worth`, and it opens to the very same rows. `tree` holds the area asked for and what lay below it on the day.
 * $1 district, $2 area, $3 first day, $4 last day (the day of what stands), $5 time zone, $6 and $7 bounds of matters' ids.
 */
export type RecordSet = string

/** Whether a dated row holds on the day. */
const holds = (row: string): string =>
  `${row}.valid_from <= $4::date and (${row}.valid_to is null or ${row}.valid_to > $4::date)`

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ')

export const areas = (condition: string): RecordSet =>
  `select t.id::text as id, 'area' as what, t.kind, t.name, t.id as area_id, t.since, '' as note, 1 as worth
   from tree t where ${condition}`

export const areasOfKind = (...kinds: string[]): RecordSet => areas(`t.kind in (${quoted(kinds)})`)

/** A party organisation at home in the area on the day, or covering it. */
const partyCovers = (forms?: readonly string[]): string => {
  const form = forms ? `and v.form in (${quoted(forms)})` : ''
  return `(exists (select 1 from organisation_versions v where v.district_id = $1 and v.home_area_id = t.id
      and v.kind = 'party' ${form} and ${holds('v')})
    or exists (select 1 from organisation_ties c join organisation_versions v on v.district_id = c.district_id
      and v.organisation_id = c.organisation_id and v.kind = 'party' ${form} and ${holds('v')}
      where c.district_id = $1 and c.area_id = t.id and c.kind = 'covers' and ${holds('c')}))`
}

/** Areas of a kind in which a party organisation (of certain forms) stands or which it covers. */
export const coveredAreas = (kind: string, forms?: readonly string[]): RecordSet =>
  areas(`t.kind = '${kind}' and ${partyCovers(forms)}`)

const organisationColumns = `o.id::text as id, 'organisation' as what, coalesce(v.form, v.kind) as kind, v.name,
   v.home_area_id as area_id, o.valid_from as since, '' as note, 1 as worth`
const versions = `organisation_versions v join organisations o on o.district_id = v.district_id and o.id = v.organisation_id`

/** Organisations at home in the area or below it. */
export const organisations = (condition: string): RecordSet =>
  `select ${organisationColumns} from ${versions} join tree t on t.id = v.home_area_id
   where v.district_id = $1 and ${holds('v')} and ${condition}`

export const ofForm = (...forms: string[]): RecordSet => organisations(`v.form in (${quoted(forms)})`)

const isRed = `exists (select 1 from organisation_ties r where r.district_id = $1 and r.organisation_id = o.id
   and r.kind = 'red' and ${holds('r')})`

export const redOfForm = (form: string): RecordSet => organisations(`v.form = '${form}' and ${isRed}`)

/** Those recognised as red that are at home in the area, or cover something in it. */
export const redPropertyFirms: RecordSet = `select ${organisationColumns} from ${versions}
   where v.district_id = $1 and ${holds('v')} and v.kind = 'property_company' and ${isRed}
     and (v.home_area_id in (select id from tree) or exists (select 1 from organisation_ties c
       where c.district_id = $1 and c.organisation_id = o.id and c.kind = 'covers' and ${holds('c')}
         and c.area_id in (select id from tree)))`

/** Party organisations whose one above is at home in a street. */
export const underStreets: RecordSet = organisations(`v.kind = 'party' and exists (
   select 1 from organisation_versions u join areas s on s.district_id = u.district_id and s.id = u.home_area_id
   where u.district_id = $1 and u.organisation_id = v.parent_id and u.kind = 'party' and s.kind = 'street'
     and ${holds('u')})`)

/** Departments that sit in the joint conference of the area. */
export const conferenceDepartments: RecordSet = `select ${organisationColumns} from ${versions}
   where v.district_id = $1 and ${holds('v')} and v.kind = 'department' and exists (
     select 1 from organisation_ties c where c.district_id = $1 and c.organisation_id = o.id
       and c.kind = 'conference' and ${holds('c')} and c.area_id in (select id from tree))`

export const posts = (...roles: string[]): RecordSet =>
  `select p.id::text as id, 'post' as what, p.role as kind, c.name, p.area_id, p.valid_from as since, '' as note, 1 as worth
   from posts p join tree t on t.id = p.area_id
   join accounts c on c.district_id = p.district_id and c.id = p.account_id
   where p.district_id = $1 and ${holds('p')} and p.role in (${quoted(roles)})`

/** One row for each of the roles that somebody holds. */
export const rolesHeld = (...roles: string[]): RecordSet =>
  `select p.role as id, 'role' as what, p.role as kind, '' as name, null::int as area_id, min(p.valid_from) as since,
     count(*)::text as note, 1 as worth
   from posts p join tree t on t.id = p.area_id
   where p.district_id = $1 and ${holds('p')} and p.role in (${quoted(roles)}) group by p.role`

/** One row for each kind of area in which a party organisation stands, and one for household contacts below them all. */
export const organisationLevels: RecordSet = `select t.kind as id, 'level' as what, t.kind, '' as name,
     null::int as area_id, min(o.valid_from) as since, count(*)::text as note, 1 as worth
   from ${versions} join tree t on t.id = v.home_area_id
   where v.district_id = $1 and ${holds('v')} and v.kind = 'party' group by t.kind
   union all
   select 'household_contact', 'level', 'household_contact', '', null, min(p.valid_from), count(*)::text, 1
   from posts p join tree t on t.id = p.area_id
   where p.district_id = $1 and ${holds('p')} and p.role = 'household_contact' having count(*) > 0`

export const formationsFiled: RecordSet = `select f.id::text as id, 'formation' as what, 'filed' as kind,
     coalesce(o.name, '') as name, f.area_id, f.closed_on as since, '' as note, 1 as worth
   from formation_cases f join tree t on t.id = f.area_id
   join organisations o on o.district_id = f.district_id and o.id = f.organisation_id
   where f.district_id = $1 and f.closed_on <= $4::date`

/** The limit of a level in days: the row of the rule itself, worth its days. */
export const limitOf = (level: string): RecordSet =>
  `select p.id::text as id, 'limit' as what, p.level as kind, p.source as name, null::int as area_id,
     p.valid_from as since, '' as note, p.amount as worth
   from matter_policies p where p.district_id = $1 and p.matter_type = 'resident_request' and p.level = '${level}'
     and p.unit in ('natural_days', 'working_days') and ${holds('p')}`
