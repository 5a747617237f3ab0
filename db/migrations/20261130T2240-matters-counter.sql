-- 接访: who of the office received the person, as the clerk wrote it down; a post holder's name, never a resident's.
alter table reports
  add column received_by text check (length(received_by) <= 40);
