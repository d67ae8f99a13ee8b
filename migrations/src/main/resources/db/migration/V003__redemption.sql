-- Calls that exchange shares of an answered market for what they pay, written before they are sent.
create table redemption (
  id             text        primary key,
  venue          text        not null,
  market         text        not null,
  yes_value_e4   integer     not null check (yes_value_e4 between 0 and 10000),
  yes_e6         bigint      not null check (yes_e6 >= 0),
  no_e6          bigint      not null check (no_e6 >= 0),
  nonce          numeric(78) not null check (nonce >= 0),
  payload        text        not null,
  pays_e6        bigint      not null check (pays_e6 >= 0),
  lease_account  text        not null,
  lease_epoch    bigint      not null,
  state          text        not null check (state in ('OPEN', 'PAID', 'ALLOWED', 'FAILED')),
  note           text        not null,
  sent_at        timestamptz not null,
  state_at       timestamptz not null
);
-- The calls of a wallet are counted: the next one waits for the end of the one before.
create unique index redemption_one_open on redemption (venue) where state = 'OPEN';
