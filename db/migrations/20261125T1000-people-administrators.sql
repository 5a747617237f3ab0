-- System administrator, security administrator and auditor are three people: one account holds one kind at a time.
alter table posts add constraint posts_admin_kinds_apart exclude using gist (
  district_id with =, account_id with =, role with <>, daterange(valid_from, valid_to) with &&)
  where (role in ('district_admin', 'security_admin', 'auditor'));
