-- The same in fewer steps: each table's rows come as a text of their own, which is read once and without being sorted into a tree, and
-- all is written in one function. What stands between an order and the venue is looked at first, under the same locks as before.

drop function commit_intents(text, bigint, text, bigint[], jsonb, jsonb);
drop function write_opportunities(jsonb, jsonb);
drop function write_verdicts(jsonb);
drop function write_executions(jsonb, jsonb);
drop function write_fills(jsonb);

-- A fill never becomes less certain, but either kind may be taken back for good; the order that it belongs to may become known later.
create function write_fills(booked json) returns void language plpgsql as $$
begin
  insert into fill
      (venue, trade, venue_order, client_order_id, market, outcome, side, quantity_e6, price_e4, fee_e6, liquidity, status, at)
    select venue, trade, venue_order, client_order_id, market, outcome, side, quantity_e6, price_e4, fee_e6, liquidity, status, at
      from json_populate_recordset(null::fill, booked)
    on conflict (venue, trade, venue_order) do update
      set status = case when excluded.status = 'VOIDED' or (excluded.status = 'FINAL' and fill.status = 'PROVISIONAL')
                        then excluded.status else fill.status end,
          client_order_id = coalesce(fill.client_order_id, excluded.client_order_id);
end
$$;

-- Writes the intents with what they rest on, or says why not; then nothing is written.
-- adding: the pairs of orders that add risk; null when none does. Rows: by the names of their columns; null for none.
create function commit_intents(
    held_account text, held_epoch bigint, wanted text, adding bigint[], intents json,
    gaps json, gap_legs json, verdicts json, executions json, execution_legs json, fills json)
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
  if gaps is not null then
    insert into opportunity
        (id, strategy, pair_id, payout_e6, cost_e6, fees_e6, slippage_e6, annualised_bps, found_at)
      select id, strategy, pair_id, payout_e6, cost_e6, fees_e6, slippage_e6, annualised_bps, found_at
        from json_populate_recordset(null::opportunity, gaps)
      on conflict do nothing;
    insert into opportunity_leg
        (opportunity_id, leg, venue, market, outcome, quantity_e6, worst_e4, cost_e6, fee_e6, book_version, book_age_ms)
      select opportunity_id, leg, venue, market, outcome, quantity_e6, worst_e4, cost_e6, fee_e6, book_version, book_age_ms
        from json_populate_recordset(null::opportunity_leg, gap_legs)
      on conflict do nothing;
  end if;
  if verdicts is not null then
    insert into verdict (id, opportunity_id, kind, shares_e6, rule, why, settings_version, at)
      select id, opportunity_id, kind, shares_e6, rule, why, settings_version, at
        from json_populate_recordset(null::verdict, verdicts)
      on conflict do nothing;
  end if;
  if executions is not null then -- as they begin; what the journal says of them afterwards is newer
    insert into execution
        (id, opportunity_id, strategy, pair_id, mode, state, planned_e6, paying, expected_e6, realised_e6, note,
         started_at, updated_at, hedged_at)
      select id, opportunity_id, strategy, pair_id, mode, state, planned_e6, paying, expected_e6, realised_e6, note,
             started_at, updated_at, hedged_at
        from json_populate_recordset(null::execution, executions)
      on conflict do nothing;
    insert into execution_leg
        (execution_id, leg, venue, market, outcome, worst_e4, bought_e6, sold_e6, provisional_e6, spent_e6, received_e6, fees_e6)
      select execution_id, leg, venue, market, outcome, worst_e4, bought_e6, sold_e6, provisional_e6, spent_e6, received_e6, fees_e6
        from json_populate_recordset(null::execution_leg, execution_legs)
      on conflict do nothing;
  end if;
  if fills is not null then
    perform write_fills(fills);
  end if;
  insert into order_intent
      (client_order_id, execution_id, leg, attempt, purpose, pair_id, mode, venue, market, outcome, side, quantity_e6, limit_e4,
       time_in_force, post_only, expiry, verdict, settings_version, reserved_e6, valid_until, lease_account, lease_epoch,
       venue_key, body, intended_at, state, filled_e6, state_at)
    select client_order_id, execution_id, leg, attempt, purpose, pair_id, mode, venue, market, outcome, side, quantity_e6, limit_e4,
           time_in_force, post_only, expiry, verdict, settings_version, reserved_e6, valid_until, lease_account, lease_epoch,
           venue_key, body, intended_at, state, filled_e6, state_at
      from json_populate_recordset(null::order_intent, intents);
  return '';
end
$$;
