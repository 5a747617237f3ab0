-- Reports that come through an open interface: longer words (Open311 allows 4000 characters, and the address as it was written
-- and a link stand below them), and an e-mail address to answer to.
alter table reports
  drop constraint reports_words_check,
  add constraint reports_words_check check (length(words) <= 5000),
  add column contact_email_sealed bytea;
alter table report_additions
  drop constraint report_additions_words_check,
  add constraint report_additions_words_check check (length(words) <= 4000);

-- What happened between two moments.
create index matter_feed_at on matter_feed (district_id, at, position);
