-- One view for each invariant that rows can decide; a row in it is a violation. The number is that of docs/risk.md. Reports come in
-- batches a moment after the intents that they are about: what is younger than 30 seconds is not judged where that matters.

drop view invariant_filled_beyond_order;
drop view invariant_open_order_of_closed_execution;
drop view invariant_fill_without_order;

create view invariant_i01_reserved_beyond_cash as
  select c.venue, c.shard, c.total_e6, c.reserved_e6
    from (select distinct on (venue, shard) * from cash_snapshot order by venue, shard, id desc) c
   where c.reserved_e6 < 0 or c.reserved_e6 > c.total_e6;

create view invariant_i02_books_differ_from_venue as
  select r.venue, r.differences, r.at
    from (select distinct on (venue) * from reconciliation order by venue, id desc) r
   where not r.clean;

-- YES less NO of a market: a venue may set one off against the other. Answered markets are paid out and left aside.
create view invariant_i03_position_is_not_its_fills as
  with traded as (
    select f.venue, f.market,
           sum(f.quantity_e6 * case when (f.side = 'BUY') = (f.outcome = 'YES') then 1 else -1 end) as net_e6,
           max(f.at) as last_at
      from fill f left join order_intent i on i.client_order_id = f.client_order_id
     where f.status <> 'VOIDED' and coalesce(i.mode, 'LIVE') = 'LIVE'
     group by f.venue, f.market),
  held as (
    select venue, market, sum(case outcome when 'YES' then quantity_e6 else -quantity_e6 end) as net_e6,
           max(updated_at) as last_at
      from position group by venue, market)
  select coalesce(t.venue, h.venue) as venue, coalesce(t.market, h.market) as market,
         coalesce(t.net_e6, 0) as fills_e6, coalesce(h.net_e6, 0) as position_e6
    from traded t full join held h on h.venue = t.venue and h.market = t.market
   where coalesce(t.net_e6, 0) <> coalesce(h.net_e6, 0)
     and greatest(t.last_at, h.last_at) < now() - interval '30 seconds'
     and not exists (select 1 from settlement s
                      where s.venue = coalesce(t.venue, h.venue) and s.market = coalesce(t.market, h.market));

create view invariant_i04_fills_do_not_fit_order as
  select i.client_order_id, i.quantity_e6, i.filled_e6, coalesce(sum(f.quantity_e6), 0) as fills_e6
    from order_intent i left join fill f on f.client_order_id = i.client_order_id
   group by i.client_order_id
  having i.filled_e6 > i.quantity_e6
      or coalesce(sum(f.quantity_e6) filter (where f.status <> 'VOIDED'), 0) > i.quantity_e6
      or (i.state in ('FILLED', 'CANCELLED', 'EXPIRED') and i.state_at < now() - interval '1 minute'
          and i.filled_e6 <> coalesce(sum(f.quantity_e6), 0));

create view invariant_i05_trade_counted_twice as
  select f.venue, f.trade, f.client_order_id, count(*) as times
    from fill f where f.client_order_id is not null
   group by f.venue, f.trade, f.client_order_id
  having count(*) > 1;

create view invariant_i06_order_without_intent as
  select f.venue, f.trade, f.client_order_id, 'a fill of no intent' as why
    from fill f left join order_intent i on i.client_order_id = f.client_order_id
   where f.client_order_id is not null and i.client_order_id is null
  union all
  select i.venue, null, i.client_order_id, 'sent before its intent'
    from order_intent i join order_report r on r.client_order_id = i.client_order_id and r.state = 'SENT'
   where r.at < i.intended_at;

create view invariant_i07_two_orders_of_one_intent as
  select r.client_order_id, null as other, 'two ids of the venue' as why
    from order_report r where r.venue_order_id is not null
   group by r.client_order_id having count(distinct r.venue_order_id) > 1
  union all
  select min(i.client_order_id), max(i.client_order_id), 'one id of the venue for two intents'
    from order_intent i where i.venue_order_id is not null
   group by i.venue, i.venue_order_id having count(*) > 1
  union all
  select min(i.client_order_id), max(i.client_order_id), 'two open entries of one leg'
    from order_intent i
   where i.purpose in ('ENTRY', 'QUOTE') and i.intended_at < now() - interval '30 seconds'
     and i.state in ('SENT', 'LIVE', 'PARTLY', 'UNKNOWN')
   group by i.execution_id, i.leg having count(*) > 1;

create view invariant_i08_attempt_before_the_last_one_ended as
  select later.client_order_id, earlier.client_order_id as earlier, earlier.state
    from order_intent later
    join order_intent earlier on earlier.execution_id = later.execution_id and earlier.leg = later.leg
         and earlier.purpose = later.purpose and earlier.attempt < later.attempt
   where later.intended_at < now() - interval '30 seconds'
     and earlier.state not in ('FILLED', 'CANCELLED', 'EXPIRED', 'REJECTED', 'NOT_SENT', 'NOT_PLACED');

-- What a leg bought by hedges and patches, against the most that any other leg was ever reported to have bought.
create view invariant_i09_hedged_beyond_the_other_leg as
  with bought as (
    select i.execution_id, i.leg, sum(f.quantity_e6) as all_e6,
           coalesce(sum(f.quantity_e6) filter (where i.purpose in ('HEDGE', 'PATCH')), 0) as hedges_e6
      from order_intent i join fill f on f.client_order_id = i.client_order_id
     where i.side = 'BUY'
     group by i.execution_id, i.leg)
  select b.execution_id, b.leg, b.hedges_e6, coalesce(max(o.all_e6), 0) as other_e6
    from bought b left join bought o on o.execution_id = b.execution_id and o.leg <> b.leg
   group by b.execution_id, b.leg, b.hedges_e6
  having b.hedges_e6 > coalesce(max(o.all_e6), 0);

-- More than $100, the default of the limit, without a counterpart and nothing done about it for 30 seconds. STUCK has been told to a
-- person, HOLDING is a decision.
create view invariant_i11_unhedged_for_long as
  select e.id, e.state, max(l.bought_e6 - l.sold_e6) - min(l.bought_e6 - l.sold_e6) as unhedged_e6
    from execution e join execution_leg l on l.execution_id = e.id
   where e.mode = 'LIVE' and e.state in ('WORKING', 'UNEVEN', 'PATCHING', 'UNWINDING', 'PANIC')
     and e.updated_at < now() - interval '30 seconds'
   group by e.id
  having (max(l.bought_e6 - l.sold_e6) - min(l.bought_e6 - l.sold_e6)) * max(l.worst_e4) > 100000000::numeric * 10000;

create view invariant_i12_unresolved_order as
  select i.client_order_id, i.state, i.state_at
    from order_intent i
   where i.state in ('INTENDED', 'SENT', 'UNKNOWN') and i.state_at < now() - interval '10 minutes';

create view invariant_i13_open_order_of_closed_execution as
  select i.client_order_id, i.state, e.state as execution_state
    from order_intent i join execution e on e.id = i.execution_id
   where e.state in ('COMPLETE', 'REFUSED', 'STALE', 'NOTHING_FILLED', 'UNWOUND', 'PANIC_CLOSED')
     and e.updated_at < now() - interval '30 seconds'
     and i.state not in ('FILLED', 'CANCELLED', 'EXPIRED', 'REJECTED', 'NOT_SENT', 'NOT_PLACED')
  union all
  select null, null, e.state
    from execution e
   where e.state in ('PLANNED', 'WORKING', 'UNEVEN', 'PATCHING', 'UNWINDING', 'PANIC')
     and e.updated_at < now() - interval '1 hour';

create view invariant_i14_intent_of_a_deposed_process as
  select i.client_order_id, i.lease_epoch, n.lease_epoch as newer_epoch
    from order_intent i
    join (select lease_account, lease_epoch, min(intended_at) as began
            from order_intent group by lease_account, lease_epoch) n
      on n.lease_account = i.lease_account and n.lease_epoch > i.lease_epoch
   where i.intended_at > n.began + interval '2 seconds';

-- A halt is in force from a moment after the row of the person who asked for it until a resume.
create view invariant_i15_entry_while_stopped as
  select i.client_order_id, i.intended_at, 'halted' as why
    from order_intent i join operator_action h
      on h.action = 'controls' and h.detail like '% → %, halted: %' and h.at < i.intended_at - interval '1 second'
   where i.purpose in ('ENTRY', 'QUOTE')
     and not exists (select 1 from operator_action r
                      where r.action = 'controls' and r.detail = 'resumed' and r.at > h.at
                        and r.at < i.intended_at + interval '5 seconds')
  union all
  select i.client_order_id, i.intended_at, 'pair ' || i.pair_id || ' was paused'
    from order_intent i
    cross join lateral (select r.status from pair_review r
                         where r.pair_id = i.pair_id and r.at < i.intended_at - interval '1 second'
                         order by r.id desc limit 1) last
   where i.purpose in ('ENTRY', 'QUOTE') and last.status = 'PAUSED'
     and not exists (select 1 from pair_review r
                      where r.pair_id = i.pair_id and r.status = 'APPROVED'
                        and r.at between i.intended_at - interval '1 second' and i.intended_at + interval '5 seconds');

create view invariant_i16_resting_after_halt as
  select i.client_order_id, i.venue, i.state, i.state_at
    from order_intent i cross join control_state c
   where c.halted and i.mode = 'LIVE' and i.purpose in ('ENTRY', 'QUOTE') and i.state in ('LIVE', 'PARTLY')
     and i.state_at < now() - interval '10 seconds' and c.changed_at < now() - interval '10 seconds';

create view invariant_i18_entry_on_an_old_book as
  select e.id as execution_id, l.leg, l.book_age_ms
    from execution e join opportunity_leg l on l.opportunity_id = e.opportunity_id
   where l.book_age_ms >= 5000;

create view invariant_i19_entry_without_verdict as
  select i.client_order_id, i.verdict, v.kind, v.settings_version
    from order_intent i left join verdict v on v.id = i.verdict
   where i.purpose in ('ENTRY', 'QUOTE') and i.intended_at < now() - interval '30 seconds'
     and (v.id is null or v.kind = 'REFUSE' or v.settings_version <> i.settings_version);

create view invariant_i20_stop_not_in_force as
  select b.name, b.cause, b.since
    from breaker_trip b cross join control_state c
   where b.name in ('drawdown', 'order-rate', 'identity') and b.reset_at is null and not c.halted
  union all
  select 'halt', 'without a reason', c.changed_at from control_state c where c.halted and c.halt_reason = '';

create view invariant_i21_change_without_audit as
  select 'operator_action ' || a.id as change, a.at
    from (select id, at, hash_before, lag(hash) over (order by id) as before from operator_action) a
   where a.before is not null and a.before <> a.hash_before
  union all
  select 'pair_review ' || r.id, r.at
    from pair_review r
   where not exists (select 1 from operator_action a
                      where a.action = 'pair ' || r.pair_id
                        and a.at between r.at - interval '1 millisecond' and r.at + interval '1 millisecond');

-- A key as PEM, and a bot's token, in any text that people or venues wrote.
create view invariant_i22_secret_in_a_text as
  select t.place
    from (select 'operator_action ' || id as place, detail as text from operator_action
          union all select 'order_report ' || id, evidence from order_report
          union all select 'execution ' || id, note from execution
          union all select 'breaker_trip ' || id, cause from breaker_trip
          union all select 'reconciliation ' || id, differences from reconciliation
          union all select 'pair_review ' || id, note from pair_review) t
   where t.text ~ '-----BEGIN [A-Z ]*PRIVATE KEY' or t.text ~ '[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,}';

create view invariant_i24_order_left_its_end as
  select m.client_order_id, m.was, m.state
    from (select client_order_id, state, lag(state) over (partition by client_order_id order by id) as was
            from order_report) m
   where m.was in ('FILLED', 'CANCELLED', 'EXPIRED', 'REJECTED', 'NOT_SENT', 'NOT_PLACED') and m.state <> m.was;

create view invariant_i27_entry_in_the_final_minute as
  select i.client_order_id, i.intended_at, c.close_at
    from order_intent i
    cross join lateral (select min(m.close_at) as close_at, max(m.changed_at) as changed_at
                          from execution_leg l join market m on m.venue = l.venue and m.code = l.market
                         where l.execution_id = i.execution_id) c
   where i.purpose in ('ENTRY', 'QUOTE') and c.changed_at <= i.intended_at
     and i.intended_at > c.close_at - interval '60 seconds';

create view invariant_i28_entry_on_a_pair_not_approved as
  select i.client_order_id, i.pair_id, last.status
    from order_intent i
    left join lateral (select r.status from pair_review r
                        where r.pair_id = i.pair_id and r.at <= i.intended_at
                        order by r.id desc limit 1) last on true
   where i.purpose in ('ENTRY', 'QUOTE') and i.pair_id is not null
     and coalesce(last.status, 'PROPOSED') not in ('APPROVED', 'PAUSED');

create view invariant_i29_absent_without_proof as
  select r.client_order_id, r.at from order_report r where r.state = 'NOT_PLACED' and r.evidence = '';

create view invariant_i30_profit_is_not_the_ledgers as
  select coalesce(p.venue, d.venue) as venue, p.realised_e6 as positions_e6, d.realised_e6 as days_e6
    from (select venue, sum(realised_e6) as realised_e6, max(updated_at) as at from position group by venue) p
    full join (select venue, sum(realised_e6) as realised_e6 from pnl_day group by venue) d on d.venue = p.venue
   where coalesce(p.realised_e6, 0) <> coalesce(d.realised_e6, 0)
     and coalesce(p.at, '-infinity') < now() - interval '30 seconds';
