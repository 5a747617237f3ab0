import { type Organisation, organisationKinds } from '../contract.ts'

type Kind = Organisation['kind']

/** What offices write in their lists for each kind. */
const written: Record<Kind, readonly string[]> = {
  party: ['党组织', '党委', '党总支', '党支部'],
  department: ['职能部门', '部门', '委办局'],
  community_committee: ['社区居委会', '居委会', '社区'],
  partner: ['共建单位', '共驻共建单位'],
  property_company: ['物业公司', '物业', '物业服务企业'],
  owners_committee: ['业主委员会', '业委会', '物管会'],
  self_governing_group: ['自治组织', '居民自治组织'],
  social_organisation: ['社会组织', '社工机构'],
  merchant: ['爱心商家', '商家', '商户'],
  enterprise: ['企业', '公司'],
  institution: ['事业单位'],
}

const kinds = new Map<string, Kind>(
  organisationKinds.flatMap((kind) =>
    [kind, kind.replaceAll('_', ' '), ...written[kind]].map((word): [string, Kind] => [word, kind]),
  ),
)

/** The kind a sheet means, in Chinese or English. */
export const kindOfWord = (word: string): Kind | undefined => kinds.get(word.normalize('NFKC').toLowerCase())
