import { type Organisation, organisationForms, organisationKinds } from '../contract.ts'

type Kind = Organisation['kind']

/** What offices write in their lists for each kind. */
const written: Record<Kind, readonly string[]> = {
  party: ['党组织', '党委', '党总支', '党支部'],
  department: ['职能部门', '部门', '委办局'],
  community_committee: ['社区居委会', '居委会', '社区'],
  partner: ['共建单位', '共驻共建单位'],
  property_company: ['物业公司', '物业', '物业服务企业'],
  owners_committee: ['业主委员会', '业委会', '物管会', '自管会'],
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

type Form = NonNullable<Organisation['form']>
const writtenForms: Record<Form, readonly string[]> = {
  estate_branch: ['小区党支部'],
  courtyard_branch: ['楼院党支部'],
  grid_branch: ['网格党支部'],
  building_group: ['楼栋党小组'],
  firm_branch: ['物业党组织', '物业企业党组织'],
  owners: ['业主委员会', '业委会'],
  self_management: ['自管会', '业主自管会', '自我管理委员会'],
  property_management: ['物管会', '物业管理委员会'],
  self_governing: ['自我管理', '自治类', '自管类'],
  self_entertaining: ['自娱自乐', '自乐类', '文体类'],
  volunteer: ['志愿服务', '自愿类', '志愿类'],
  mediation_room: ['调解室', '调解工作室'],
}
const forms = new Map<string, Form>(
  organisationForms.flatMap((form) =>
    [form, form.replaceAll('_', ' '), ...writtenForms[form]].map((word): [string, Form] => [word, form]),
  ),
)
/** The form a sheet means, in Chinese or English. */
export const formOfWord = (word: string): Form | undefined => forms.get(word.normalize('NFKC').toLowerCase())

/** The kind a sheet means, in Chinese or English. */
export const kindOfWord = (word: string): Kind | undefined => kinds.get(word.normalize('NFKC').toLowerCase())
