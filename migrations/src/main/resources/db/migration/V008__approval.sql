-- What an approval may carry, and the first of two people where two are wanted.
alter table pair
  add column max_trade_e6    bigint check (max_trade_e6 > 0),
  add column approved_until  timestamptz,
  add column first_approver  text not null default '',
  add column first_name      text not null default '';
comment on column pair.max_trade_e6 is 'most dollars of one trade; null: as the limits say';
comment on column pair.approved_until is 'the approval ends here; null: never';
comment on column pair.first_approver is 'who has approved while a second person is wanted; empty: nobody';

-- How loudly each kind of notice is told in the desk''s channel; a kind that is not in here is told aloud.
create table notice_level (
  kind        text        primary key,
  level       text        not null check (level in ('ON', 'SILENT', 'OFF')),
  changed_by  text        not null,
  changed_at  timestamptz not null
);

-- People who are named when a kind is told.
create table notice_call (
  kind    text not null,
  person  text not null,
  primary key (kind, person)
);

-- Messages that are kept up to date for ever, so that a restart goes on with the same one.
create table board (
  name        text primary key,
  channel_id  text not null,
  message_id  text not null
);
