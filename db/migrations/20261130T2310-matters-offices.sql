-- Subjects that only the staff file under: practical deeds and disputes. Residents are not asked to choose them.
alter table subjects add column is_for_offices boolean not null default false;
alter table subjects add constraint subjects_for_offices check (not is_for_offices or group_key is null);

-- Letters and visits that come by way of the petition office.
alter table reports
  drop constraint reports_channel_check,
  add constraint reports_channel_check check
    (channel in ('qr', 'web', 'phone', 'counter', 'visit', 'reception', 'petition', 'worker', 'api'));

insert into subjects (district_id, key, group_key, name_zh, name_en, icon, level, evidence, position, may_be_public,
  is_for_offices)
select d.id, s.key, s.group_key, s.zh, s.en, s.icon, s.level, 'none', s.position, s.is_public, s.group_key is null
from districts d
cross join (values
  ('deeds', null, '民生实事', 'Practical deeds', 'help', 'grid', 900, true),
  ('disputes', null, '矛盾纠纷', 'Disputes', 'other', 'grid', 1000, false),
  ('deed_education', 'deeds', '教育实事', 'Education', 'help', 'street', 901, true),
  ('deed_medical', 'deeds', '医疗实事', 'Medical care', 'help', 'street', 902, true),
  ('deed_elderly', 'deeds', '养老实事', 'Care of the old', 'help', 'street', 903, true),
  ('deed_environment', 'deeds', '环保实事', 'Environment', 'tree', 'street', 904, true),
  ('deed_other', 'deeds', '其他实事', 'Other deeds', 'other', 'street', 905, true),
  ('dispute_neighbours', 'disputes', '邻里纠纷', 'Between neighbours', 'noise', 'community', 1001, false),
  ('dispute_family', 'disputes', '婚姻家庭纠纷', 'In a family', 'help', 'community', 1002, false),
  ('dispute_property', 'disputes', '物业纠纷', 'About property services', 'fee', 'community', 1003, false),
  ('dispute_work', 'disputes', '劳资纠纷', 'About work and pay', 'bill', 'street', 1004, false),
  ('dispute_land', 'disputes', '征迁安置纠纷', 'About clearance and resettlement', 'wall', 'street', 1005, false),
  ('dispute_other', 'disputes', '其他纠纷', 'Others', 'other', 'community', 1006, false)
) as s (key, group_key, zh, en, icon, level, position, is_public)
where exists (select 1 from subjects t where t.district_id = d.id)
on conflict (district_id, key) do nothing;

-- Figures of what was taken by way of a few channels, and of what somebody took down.
create index reports_by_channel on reports (district_id, channel, received_at)
  where channel in ('visit', 'reception', 'petition');
create index reports_taken_by on reports (district_id, taken_by, received_at) where taken_by is not null;
