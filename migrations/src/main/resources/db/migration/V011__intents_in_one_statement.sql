-- What a plan writes before its orders leave, in one statement and so in one trip to the database. Rows come as JSON by the names of
-- their columns. A function names the columns that it writes: a migration that adds one replaces the function.

create function write_opportunities(seen jsonb, legs jsonb) returns void language plpgsql as $$
begin
  insert into opportunity
      (id, strategy, pair_id, payout_e6, cost_e6, fees_e6, slippage_e6, annualised_bps, found_at)
    select id, strategy, pair_id, payout_e6, cost_e6, fees_e6, slippage_e6, annualised_bps, found_at
      from jsonb_populate_recordset(null::opportunity, seen)
    on conflict do nothing;
  insert into opportunity_leg
      (opportunity_id, leg, venue, market, outcome, quantity_e6, worst_e4, cost_e6, fee_e6, book_version, book_age_ms)
    select opportunity_id, leg, venue, market, outcome, quantity_e6, worst_e4, cost_e6, fee_e6, book_version, book_age_ms
      from jsonb_populate_recordset(null::opportunity_leg, legs)
    on conflict do nothing;
end
$$;

create function write_verdicts(given jsonb) returns void language plpgsql as $$
begin
  insert into verdict (id, opportunity_id, kind, shares_e6, rule, why, settings_version, at)
    select id, opportunity_id, kind, shares_e6, rule, why, settings_version, at
      from jsonb_populate_recordset(null::verdict, given)
    on conflict do nothing;
end
$$;

-- An execution as it begins; what the journal says of it afterwards is newer.
create function write_executions(begun jsonb, legs jsonb) returns void language plpgsql as $$
begin
  insert into execution
      (id, opportunity_id, strategy, pair_id, mode, state, planned_e6, paying, expected_e6, realised_e6, note,
       started_at, updated_at, hedged_at)
    select id, opportunity_id, strategy, pair_id, mode, state, planned_e6, paying, expected_e6, realised_e6, note,
           started_at, updated_at, hedged_at
      from jsonb_populate_recordset(null::execution, begun)
    on conflict do nothing;
  insert into execution_leg
      (execution_id, leg, venue, market, outcome, worst_e4, bought_e6, sold_e6, provisional_e6, spent_e6, received_e6, fees_e6)
    select execution_id, leg, venue, market, outcome, worst_e4, bought_e6, sold_e6, provisional_e6, spent_e6, received_e6, fees_e6
      from jsonb_populate_recordset(null::execution_leg, legs)
    on conflict do nothing;
end
$$;

-- A fill never becomes less certain, but either kind may be taken back for good; the order that it belongs to may become known later.
create function write_fills(booked jsonb) returns void language plpgsql as $$
begin
  insert into fill
      (venue, trade, venue_order, client_order_id, market, outcome, side, quantity_e6, price_e4, fee_e6, liquidity, status, at)
    select venue, trade, venue_order, client_order_id, market, outcome, side, quantity_e6, price_e4, fee_e6, liquidity, status, at
      from jsonb_populate_recordset(null::fill, booked)
    on conflict (venue, trade, venue_order) do update
      set status = case when excluded.status = 'VOIDED' or (excluded.status = 'FINAL' and fill.status = 'PROVISIONAL')
                        then excluded.status else fill.status end,
          client_order_id = coalesce(fill.client_order_id, excluded.client_order_id);
end
$$;

-- Why a lease's number counts no more, empty when it does; it then counts to the transaction's end.
create function lease_refusal(held_account text, held_epoch bigint) returns text language plpgsql as $$
declare
  newest bigint;
begin
  select epoch into newest from lease where account = held_account for share;
  return case when newest = held_epoch then ''
              else format('the lease has epoch %s, ours is %s', coalesce(newest::text, 'none'), held_epoch) end;
end
$$;

-- Why no order of this mode that adds risk may leave for these pairs, empty when it may, to the transaction's end.
create function entry_refusal(wanted text, pairs bigint[]) returns text language plpgsql as $$
declare
  modes constant text[] := array['MONITOR', 'PAPER', 'LIVE'];
  control control_state;
  one bigint;
  standing text;
begin
  select * into strict control from control_state for share;
  if control.halted then
    return 'halted: ' || control.halt_reason;
  end if;
  if array_position(modes, wanted) > array_position(modes, control.mode) then
    return format('mode is %s, the order is for %s', control.mode, wanted);
  end if;
  foreach one in array pairs loop
    select status into standing from pair where id = one for share;
    if standing is distinct from 'APPROVED' then
      return format('pair %s is %s', one, coalesce(standing, 'not known'));
    end if;
  end loop;
  return '';
end
$$;

-- Writes the intents with what they rest on, or says why not; then nothing is written.
-- adding: the pairs of orders that add risk; null when none does. grounds: rows by the names of their tables.
create function commit_intents(
    held_account text, held_epoch bigint, wanted text, adding bigint[], grounds jsonb, intents jsonb)
    returns text language plpgsql as $$
declare
  refusal text := lease_refusal(held_account, held_epoch);
begin
  if refusal = '' and adding is not null then
    refusal := entry_refusal(wanted, adding);
  end if;
  if refusal <> '' then
    return refusal;
  end if;
  if grounds ? 'opportunity' then
    perform write_opportunities(grounds -> 'opportunity', grounds -> 'opportunity_leg');
  end if;
  if grounds ? 'verdict' then
    perform write_verdicts(grounds -> 'verdict');
  end if;
  if grounds ? 'execution' then
    perform write_executions(grounds -> 'execution', grounds -> 'execution_leg');
  end if;
  if grounds ? 'fill' then
    perform write_fills(grounds -> 'fill');
  end if;
  insert into order_intent
      (client_order_id, execution_id, leg, attempt, purpose, pair_id, mode, venue, market, outcome, side, quantity_e6, limit_e4,
       time_in_force, post_only, expiry, verdict, settings_version, reserved_e6, valid_until, lease_account, lease_epoch,
       venue_key, body, intended_at, state, filled_e6, state_at)
    select client_order_id, execution_id, leg, attempt, purpose, pair_id, mode, venue, market, outcome, side, quantity_e6, limit_e4,
           time_in_force, post_only, expiry, verdict, settings_version, reserved_e6, valid_until, lease_account, lease_epoch,
           venue_key, body, intended_at, state, filled_e6, state_at
      from jsonb_populate_recordset(null::order_intent, intents);
  return '';
end
$$;
