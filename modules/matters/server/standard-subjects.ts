export type SubjectIcon =
  | 'leak'
  | 'noise'
  | 'parking'
  | 'lamp'
  | 'rubbish'
  | 'lift'
  | 'drain'
  | 'firelane'
  | 'dog'
  | 'tree'
  | 'wall'
  | 'heating'
  | 'road'
  | 'fitness'
  | 'hut'
  | 'dust'
  | 'bill'
  | 'fee'
  | 'help'
  | 'other'

export type SubjectLevel = 'grid' | 'community' | 'street' | 'district'

export type StandardSubject = {
  key: string
  zh: string
  en: string
  icon: SubjectIcon
  /** Who usually ends it. */
  level: SubjectLevel
  /** What closing demands. */
  evidence: 'photo' | 'none'
}

export type StandardGroup = {
  key: string
  zh: string
  en: string
  icon: SubjectIcon
  subjects: StandardSubject[]
}

type Line = [
  key: string,
  zh: string,
  en: string,
  icon: SubjectIcon,
  level: SubjectLevel,
  evidence: 'photo' | 'none',
]
const group = (
  head: [key: string, zh: string, en: string, icon: SubjectIcon],
  lines: Line[],
): StandardGroup => {
  const [key, zh, en, icon] = head
  const subjects = lines.map(([own, ownZh, ownEn, ownIcon, level, evidence]) => ({
    key: own,
    zh: ownZh,
    en: ownEn,
    icon: ownIcon,
    level,
    evidence,
  }))
  return { key, zh, en, icon, subjects }
}

/** Two taps: a group, then its subject. The last group is 其他. */
export const SUBJECT_GROUPS: readonly StandardGroup[] = [
  group(
    ['water', '漏水堵水', 'Leaks and drains', 'leak'],
    [
      ['pipe_burst', '水管漏水爆管', 'Leaking or burst pipe', 'leak', 'grid', 'photo'],
      ['roof_leak', '屋顶外墙渗水', 'Roof or outer wall leaking', 'leak', 'community', 'photo'],
      ['drain_blocked', '下水道堵塞返水', 'Blocked drain, backflow', 'drain', 'grid', 'photo'],
      ['cellar_water', '地下室车库积水', 'Water in cellar or garage', 'drain', 'community', 'photo'],
      ['water_off', '停水水压低', 'No water or low pressure', 'leak', 'community', 'none'],
    ],
  ),
  group(
    ['noise', '噪音扰民', 'Noise', 'noise'],
    [
      ['neighbour_noise', '邻居噪音', 'Noisy neighbours', 'noise', 'grid', 'none'],
      ['square_dance', '广场舞音响', 'Square dancing and speakers', 'noise', 'grid', 'none'],
      ['decoration_noise', '装修施工噪音', 'Renovation noise', 'noise', 'community', 'none'],
      ['shop_noise', '商铺油烟噪音', 'Shop smoke and noise', 'noise', 'street', 'none'],
    ],
  ),
  group(
    ['parking', '停车消防', 'Parking and fire safety', 'parking'],
    [
      ['parking_disorder', '乱停车占车位', 'Disorderly parking', 'parking', 'grid', 'photo'],
      ['fire_lane', '消防通道堵塞', 'Blocked fire lane', 'firelane', 'grid', 'photo'],
      ['ebike_charging', '电动车进楼充电', 'E-bikes charging indoors', 'firelane', 'grid', 'photo'],
      ['corridor_clutter', '楼道堆物', 'Clutter in corridors', 'firelane', 'grid', 'photo'],
      ['ebike_shed', '充电桩车棚', 'Charging points and sheds', 'parking', 'community', 'none'],
    ],
  ),
  group(
    ['facility', '路灯电梯设施', 'Lamps, lifts, facilities', 'lamp'],
    [
      ['street_lamp', '路灯楼道灯不亮', 'Lamp out', 'lamp', 'grid', 'photo'],
      ['lift_fault', '电梯故障困人', 'Lift fault', 'lift', 'community', 'photo'],
      ['door_access', '门禁单元门坏', 'Entrance door broken', 'wall', 'grid', 'photo'],
      ['fitness_broken', '健身器材损坏', 'Broken fitness equipment', 'fitness', 'community', 'photo'],
      ['manhole', '井盖缺失松动', 'Manhole cover missing or loose', 'road', 'street', 'photo'],
      ['road_damage', '路面坑洼破损', 'Damaged road', 'road', 'street', 'photo'],
      ['heating_weak', '暖气不热', 'Weak heating', 'heating', 'community', 'none'],
    ],
  ),
  group(
    ['clean', '卫生环境', 'Cleanliness and greenery', 'rubbish'],
    [
      ['rubbish_full', '垃圾没清运', 'Rubbish not collected', 'rubbish', 'grid', 'photo'],
      ['bulky_waste', '装修垃圾大件', 'Bulky and building waste', 'rubbish', 'community', 'photo'],
      ['dog_loose', '遛狗不牵绳', 'Dogs off the leash', 'dog', 'grid', 'none'],
      ['tree_window', '树木遮挡倾倒', 'Tree over window or falling', 'tree', 'community', 'photo'],
      ['dust', '工地扬尘', 'Building-site dust', 'dust', 'street', 'photo'],
      ['pests', '老鼠蚊虫', 'Rats and mosquitoes', 'rubbish', 'grid', 'none'],
    ],
  ),
  group(
    ['house', '房屋物业', 'Houses and property', 'wall'],
    [
      ['wall_crack', '墙体开裂脱落', 'Wall cracks or falling plaster', 'wall', 'community', 'photo'],
      ['illegal_hut', '私搭乱建', 'Illegal structure', 'hut', 'street', 'photo'],
      ['property_fee', '物业费争议', 'Property fee dispute', 'fee', 'community', 'none'],
      ['utility_bill', '水电费争议', 'Water or power bill dispute', 'bill', 'community', 'none'],
      ['lift_addition', '老楼加装电梯', 'Adding a lift', 'lift', 'street', 'none'],
    ],
  ),
  group(
    ['people', '办事帮扶', 'Papers and help', 'help'],
    [
      ['elder_help', '老人帮扶', 'Help for an elder', 'help', 'grid', 'none'],
      ['pension_proof', '养老社保认证', 'Pension and insurance papers', 'help', 'community', 'none'],
      ['school_place', '入学入托', 'School and nursery places', 'help', 'district', 'none'],
      ['lost_found', '走失寻物', 'Lost and found', 'help', 'grid', 'none'],
    ],
  ),
  group(
    ['other', '其他', 'Other', 'other'],
    [
      ['suggestion', '意见建议', 'Suggestion', 'other', 'community', 'none'],
      ['thanks', '表扬感谢', 'Thanks', 'other', 'community', 'none'],
      ['something_else', '其他事情', 'Something else', 'other', 'community', 'none'],
    ],
  ),
]

export const SUBJECTS: readonly StandardSubject[] = SUBJECT_GROUPS.flatMap((each) => each.subjects)
