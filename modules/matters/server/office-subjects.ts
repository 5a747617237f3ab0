import type { StandardGroup } from './standard-subjects.ts'

export type OfficeFlags = { isForOffices: boolean; mayBePublic: boolean }

const subject = (
  key: string,
  [zh, en, icon]: [string, string, StandardGroup['icon']],
  level: StandardGroup['subjects'][number]['level'],
): StandardGroup['subjects'][number] => ({ key, zh, en, icon, level, evidence: 'none' })

/**
 * What only the staff files under. A practical deed is a matter that the asks behind it are merged into; a dispute is opened
 * when a party asks for it, and is never shown to everybody.
 */
export const OFFICE_GROUPS: readonly (StandardGroup & OfficeFlags)[] = [
  {
    key: 'deeds',
    zh: '民生实事',
    en: 'Practical deeds',
    icon: 'help',
    isForOffices: true,
    mayBePublic: true,
    subjects: [
      subject('deed_education', ['教育实事', 'Education', 'help'], 'street'),
      subject('deed_medical', ['医疗实事', 'Medical care', 'help'], 'street'),
      subject('deed_elderly', ['养老实事', 'Care of the old', 'help'], 'street'),
      subject('deed_environment', ['环保实事', 'Environment', 'tree'], 'street'),
      subject('deed_other', ['其他实事', 'Other deeds', 'other'], 'street'),
    ],
  },
  {
    key: 'disputes',
    zh: '矛盾纠纷',
    en: 'Disputes',
    icon: 'other',
    isForOffices: true,
    mayBePublic: false,
    subjects: [
      subject('dispute_neighbours', ['邻里纠纷', 'Between neighbours', 'noise'], 'community'),
      subject('dispute_family', ['婚姻家庭纠纷', 'In a family', 'help'], 'community'),
      subject('dispute_property', ['物业纠纷', 'About property services', 'fee'], 'community'),
      subject('dispute_work', ['劳资纠纷', 'About work and pay', 'bill'], 'street'),
      subject('dispute_land', ['征迁安置纠纷', 'About clearance and resettlement', 'wall'], 'street'),
      subject('dispute_other', ['其他纠纷', 'Others', 'other'], 'community'),
    ],
  },
]
