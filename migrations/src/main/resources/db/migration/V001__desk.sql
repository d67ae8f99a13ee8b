-- Prices in 1/10 000 dollar (…_e4), shares and dollars in 1/1 000 000 (…_e6), ratios in basis points (…_bps).

create table market (
  venue          text        not null check (venue ~ '^[a-z]{2,20}$'),
  code           text        not null,
  event_code     text        not null,
  event_title    text        not null,
  title          text        not null,
  subtitle       text        not null,
  rules          text        not null,
  group_label    text        not null,
  yes_label      text        not null,
  no_label       text        not null,
  category       text        not null,
  slug           text        not null,
  status         text        not null check (status in ('UPCOMING', 'OPEN', 'PAUSED', 'CLOSED', 'SETTLED')),
  close_at       timestamptz,
  resolves_at    timestamptz,
  listing_hash   text        not null,
  first_seen_at  timestamptz not null,
  changed_at     timestamptz not null,
  primary key (venue, code)
);

create table pair (
  id           bigint      generated always as identity primary key,
  left_venue   text        not null default 'kalshi',
  left_code    text        not null,
  right_venue  text        not null default 'polymarket',
  right_code   text        not null,
  relation     text        not null check (relation in ('SAME', 'INVERSE')),
  status       text        not null check (status in ('PROPOSED', 'APPROVED', 'PAUSED', 'SUSPENDED', 'REJECTED', 'EXPIRED')),
  rules_hash   text        not null,
  score        integer     not null check (score between 0 and 100),
  proposal     jsonb       not null,
  proposed_at  timestamptz not null,
  changed_at   timestamptz not null,
  changed_by   text        not null,
  unique (left_venue, left_code, right_venue, right_code)
);

create table pair_review (
  id          bigint      generated always as identity primary key,
  pair_id     bigint      not null references pair,
  status      text        not null,
  rules_hash  text        not null,
  note        text        not null,
  actor_id    text        not null,
  actor_name  text        not null,
  at          timestamptz not null
);

-- Where a candidate's card was posted, so that a reaction on it finds its pair after a restart.
create table pair_card (
  message_id  text        primary key,
  channel_id  text        not null,
  pair_id     bigint      not null references pair,
  posted_at   timestamptz not null
);

create table opportunity (
  id              text        primary key,
  strategy        text        not null,
  pair_id         bigint,
  payout_e6       bigint      not null,
  cost_e6         bigint      not null,
  fees_e6         bigint      not null,
  slippage_e6     bigint      not null,
  annualised_bps  integer,
  found_at        timestamptz not null
);
create index opportunity_found on opportunity (found_at desc);

create table opportunity_leg (
  opportunity_id  text     not null references opportunity,
  leg             smallint not null,
  venue           text     not null,
  market          text     not null,
  outcome         text     not null check (outcome in ('YES', 'NO')),
  quantity_e6     bigint   not null check (quantity_e6 >= 0),
  worst_e4        integer  not null check (worst_e4 between 0 and 10000),
  cost_e6         bigint   not null,
  fee_e6          bigint   not null,
  book_version    bigint   not null,
  book_age_ms     bigint   not null,
  primary key (opportunity_id, leg)
);

create table verdict (
  id                text        primary key,
  opportunity_id    text        not null references opportunity,
  kind              text        not null check (kind in ('ALLOW', 'SHRINK', 'REFUSE')),
  shares_e6         bigint,
  rule              text        not null,
  why               text        not null,
  settings_version  bigint      not null,
  at                timestamptz not null
);
create index verdict_of_opportunity on verdict (opportunity_id);

create table execution (
  id              text        primary key,
  opportunity_id  text        not null,
  strategy        text        not null,
  pair_id         bigint,
  state           text        not null,
  planned_e6      bigint      not null check (planned_e6 >= 0),
  expected_e6     bigint      not null,
  realised_e6     bigint      not null,
  note            text        not null,
  started_at      timestamptz not null,
  updated_at      timestamptz not null,
  hedged_at       timestamptz
);
create index execution_started on execution (started_at desc);

create table execution_leg (
  execution_id    text     not null references execution,
  leg             smallint not null,
  venue           text     not null,
  market          text     not null,
  outcome         text     not null check (outcome in ('YES', 'NO')),
  worst_e4        integer  not null check (worst_e4 between 0 and 10000),
  bought_e6       bigint   not null,
  sold_e6         bigint   not null,
  provisional_e6  bigint   not null,
  spent_e6        bigint   not null,
  received_e6     bigint   not null,
  fees_e6         bigint   not null,
  primary key (execution_id, leg)
);

create table lease (
  account     text        primary key,
  epoch       bigint      not null,
  holder      text        not null,
  expires_at  timestamptz not null
);

create table order_intent (
  client_order_id   text        primary key,
  execution_id      text        not null,
  leg               smallint    not null,
  attempt           smallint    not null,
  purpose           text        not null check (purpose in ('ENTRY', 'HEDGE', 'PATCH', 'UNWIND', 'PANIC', 'QUOTE')),
  pair_id           bigint,
  mode              text        not null check (mode in ('PAPER', 'LIVE')),
  venue             text        not null,
  market            text        not null,
  outcome           text        not null check (outcome in ('YES', 'NO')),
  side              text        not null check (side in ('BUY', 'SELL')),
  quantity_e6       bigint      not null check (quantity_e6 > 0),
  limit_e4          integer     not null check (limit_e4 between 0 and 10000),
  time_in_force     text        not null check (time_in_force in ('GTC', 'GTD', 'IOC', 'FOK')),
  post_only         boolean     not null,
  expiry            timestamptz,
  verdict           text        not null,
  settings_version  bigint      not null,
  reserved_e6       bigint      not null check (reserved_e6 >= 0),
  valid_until       timestamptz not null,
  lease_account     text        not null,
  lease_epoch       bigint      not null,
  venue_key         text        not null,
  body              text        not null,
  intended_at       timestamptz not null,
  -- kept by the trigger on order_report
  state             text        not null default 'INTENDED',
  venue_order_id    text,
  filled_e6         bigint      not null default 0 check (filled_e6 >= 0),
  state_at          timestamptz not null,
  unique (execution_id, leg, purpose, attempt),
  unique (venue, venue_key)
);
create index order_intent_open on order_intent (state)
  where state not in ('FILLED', 'CANCELLED', 'EXPIRED', 'REJECTED', 'NOT_SENT', 'NOT_PLACED');
create index order_intent_execution on order_intent (execution_id);
create index order_intent_time on order_intent (intended_at desc);

create table order_report (
  id               bigint      generated always as identity primary key,
  client_order_id  text        not null references order_intent,
  state            text        not null,
  venue_order_id   text,
  filled_e6        bigint      not null check (filled_e6 >= 0),
  evidence         text        not null,
  at               timestamptz not null
);
create index order_report_of_order on order_report (client_order_id);

-- The table of allowed moves: the same as in pairdesk.engine.order.OrderState, a test compares them.
create function order_move_allowed(was text, becomes text) returns boolean language sql immutable as $$
  select was = becomes or case was
    when 'INTENDED' then becomes in ('SENT', 'NOT_SENT', 'UNKNOWN')
    when 'SENT'     then becomes not in ('INTENDED', 'NOT_PLACED')
    when 'UNKNOWN'  then becomes not in ('INTENDED', 'SENT', 'NOT_SENT')
    when 'LIVE'     then becomes in ('PARTLY', 'FILLED', 'CANCELLED', 'EXPIRED')
    when 'PARTLY'   then becomes in ('FILLED', 'CANCELLED', 'EXPIRED')
    else false
  end
$$;

create function order_report_moves_order() returns trigger language plpgsql as $$
declare
  was text;
begin
  select state into strict was from order_intent where client_order_id = new.client_order_id for update;
  if not order_move_allowed(was, new.state) then
    raise exception 'order % may not go from % to %', new.client_order_id, was, new.state
      using errcode = 'check_violation';
  end if;
  update order_intent
     set state = new.state,
         venue_order_id = coalesce(new.venue_order_id, venue_order_id),
         filled_e6 = greatest(filled_e6, new.filled_e6),
         state_at = new.at
   where client_order_id = new.client_order_id;
  return new;
end
$$;
create trigger order_report_moves_order before insert on order_report
  for each row execute function order_report_moves_order();

create table fill (
  venue            text        not null,
  trade            text        not null,
  venue_order      text        not null,
  client_order_id  text,
  market           text        not null,
  outcome          text        not null check (outcome in ('YES', 'NO')),
  side             text        not null check (side in ('BUY', 'SELL')),
  quantity_e6      bigint      not null check (quantity_e6 > 0),
  price_e4         integer     not null check (price_e4 between 0 and 10000),
  fee_e6           bigint      not null check (fee_e6 >= 0),
  liquidity        text        not null check (liquidity in ('MAKER', 'TAKER')),
  status           text        not null check (status in ('PROVISIONAL', 'FINAL', 'VOIDED')),
  at               timestamptz not null,
  primary key (venue, trade, venue_order)
);
create index fill_of_order on fill (client_order_id);
create index fill_time on fill (at desc);

create table position (
  venue           text        not null,
  market          text        not null,
  outcome         text        not null check (outcome in ('YES', 'NO')),
  quantity_e6     bigint      not null check (quantity_e6 >= 0),
  provisional_e6  bigint      not null check (provisional_e6 >= 0),
  cost_e6         bigint      not null,
  fees_e6         bigint      not null,
  realised_e6     bigint      not null,
  updated_at      timestamptz not null,
  primary key (venue, market, outcome)
);

create table cash_snapshot (
  id           bigint      generated always as identity primary key,
  venue        text        not null,
  shard        integer     not null,
  total_e6     bigint      not null,
  reserved_e6  bigint      not null,
  reported_at  timestamptz not null,
  at           timestamptz not null
);
create index cash_snapshot_latest on cash_snapshot (venue, shard, id desc);

create table pnl_day (
  day          date   not null,
  venue        text   not null,
  strategy     text   not null,
  pair_id      bigint,
  realised_e6  bigint not null,
  fees_e6      bigint not null,
  unique nulls not distinct (day, venue, strategy, pair_id)
);

create table settlement (
  venue         text        not null,
  market        text        not null,
  yes_value_e4  integer     not null check (yes_value_e4 between 0 and 10000),
  paid_e6       bigint      not null,
  at            timestamptz not null,
  primary key (venue, market)
);

create table breaker_trip (
  id        bigint      generated always as identity primary key,
  name      text        not null,
  cause     text        not null,
  since     timestamptz not null,
  until     timestamptz,
  reset_at  timestamptz,
  reset_by  text,
  unique (name, since)
);

-- One row: what people set and must survive a restart.
create table control_state (
  only_row       boolean     primary key default true check (only_row),
  mode           text        not null check (mode in ('MONITOR', 'PAPER', 'LIVE')),
  halted         boolean     not null,
  halt_reason    text        not null,
  high_water_e6  bigint      not null default 0,
  changed_at     timestamptz not null,
  changed_by     text        not null
);
insert into control_state (mode, halted, halt_reason, changed_at, changed_by)
  values ('MONITOR', false, '', '2026-01-01T00:00:00Z', 'start');

create table reconciliation (
  id           bigint      generated always as identity primary key,
  venue        text        not null,
  clean        boolean     not null,
  differences  text        not null,
  at           timestamptz not null
);

-- Append-only; each row carries the hash of the one before it.
create table operator_action (
  id           bigint      generated always as identity primary key,
  actor_id     text        not null,
  actor_name   text        not null,
  source       text        not null,
  request_key  text        unique,
  action       text        not null,
  detail       text        not null,
  at           timestamptz not null,
  hash_before  text        not null,
  hash         text        not null
);
create function never_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'check_violation';
end
$$;
create trigger operator_action_is_append_only before update or delete on operator_action
  for each row execute function never_change();
create trigger order_report_is_append_only before update or delete on order_report
  for each row execute function never_change();

-- Healthy when empty.
create view invariant_filled_beyond_order as
  select i.client_order_id, i.quantity_e6, sum(f.quantity_e6) as filled_e6
    from order_intent i join fill f on f.client_order_id = i.client_order_id and f.status <> 'VOIDED'
   group by i.client_order_id, i.quantity_e6
  having sum(f.quantity_e6) > i.quantity_e6;

create view invariant_open_order_of_closed_execution as
  select i.client_order_id, i.state, e.state as execution_state
    from order_intent i join execution e on e.id = i.execution_id
   where e.state in ('COMPLETE', 'REFUSED', 'STALE', 'NOTHING_FILLED', 'UNWOUND', 'PANIC_CLOSED')
     and i.state not in ('FILLED', 'CANCELLED', 'EXPIRED', 'REJECTED', 'NOT_SENT', 'NOT_PLACED');

create view invariant_fill_without_order as
  select f.venue, f.trade, f.venue_order
    from fill f left join order_intent i on i.client_order_id = f.client_order_id
   where f.client_order_id is not null and i.client_order_id is null;
