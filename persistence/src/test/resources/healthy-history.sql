-- An hour ago: a pair is approved, one gap is traded on both venues, the second leg is hedged up, and both accounts are read.
insert into market values
  ('kalshi', 'K1', 'KE', 'Rain', 'Rain?', '', 'Rules.', '', 'Yes', 'No', 'Weather', '', 'OPEN', now() + interval '30 days', null, 'h', now() - interval '2 hours', now() - interval '2 hours'),
  ('polymarket', 'P1', 'PE', 'Rain', 'Rain?', '', 'Rules.', '', 'Yes', 'No', 'Weather', '', 'OPEN', now() + interval '30 days', null, 'h', now() - interval '2 hours', now() - interval '2 hours');
insert into pair (left_code, right_code, relation, status, rules_hash, score, proposal, proposed_at, changed_at, changed_by)
  values ('K1', 'P1', 'SAME', 'APPROVED', 'h', 91, '{}', now() - interval '2 hours', now() - interval '90 minutes', 'alice');
insert into pair_review (pair_id, status, rules_hash, note, actor_id, actor_name, at)
  values (1, 'APPROVED', 'h', '', 'discord:1', 'alice', now() - interval '90 minutes');
insert into operator_action (actor_id, actor_name, source, action, detail, at, hash_before, hash) values
  ('discord:1', 'alice', 'discord', 'pair 1', 'PROPOSED → APPROVED', now() - interval '90 minutes', 'h0', 'h1'),
  ('discord:1', 'alice', 'discord', 'controls', 'LIVE', now() - interval '80 minutes', 'h1', 'h2');
insert into opportunity values ('o1', 'cross-venue', 1, 50000000, 47500000, 1440000, 100000, 912, now() - interval '1 hour');
insert into opportunity_leg values
  ('o1', 0, 'kalshi', 'K1', 'YES', 50000000, 4000, 20000000, 840000, 17, 230),
  ('o1', 1, 'polymarket', 'P1', 'NO', 50000000, 5500, 27500000, 600000, 18, 310);
insert into verdict values ('v1', 'o1', 'ALLOW', null, '', '', 7, now() - interval '1 hour');
insert into execution values
  ('e1', 'o1', 'cross-venue', 1, 'COMPLETE', 50000000, 960000, 0, 'both legs sent', now() - interval '1 hour', now() - interval '59 minutes', now() - interval '59 minutes', 'LIVE');
insert into execution_leg values
  ('e1', 0, 'kalshi', 'K1', 'YES', 4000, 50000000, 0, 0, 20000000, 0, 840000),
  ('e1', 1, 'polymarket', 'P1', 'NO', 5500, 50000000, 0, 0, 27500000, 0, 600000);
insert into lease values ('main', 3, 'process 1', now());
insert into order_intent (client_order_id, execution_id, leg, attempt, purpose, pair_id, mode, venue, market, outcome, side,
    quantity_e6, limit_e4, time_in_force, post_only, verdict, settings_version, reserved_e6, valid_until, lease_account, lease_epoch,
    venue_key, body, intended_at, state_at) values
  ('A', 'e1', 0, 1, 'ENTRY', 1, 'LIVE', 'kalshi', 'K1', 'YES', 'BUY', 50000000, 4000, 'IOC', false, 'v1', 7, 20840000,
    now() - interval '59 minutes', 'main', 3, 'A', '{}', now() - interval '1 hour', now() - interval '1 hour'),
  ('B', 'e1', 1, 1, 'ENTRY', 1, 'LIVE', 'polymarket', 'P1', 'NO', 'BUY', 50000000, 5500, 'IOC', false, 'v1', 7, 28100000,
    now() - interval '59 minutes', 'main', 3, '0xb', '{}', now() - interval '1 hour', now() - interval '1 hour'),
  ('H', 'e1', 1, 1, 'HEDGE', 1, 'LIVE', 'polymarket', 'P1', 'NO', 'BUY', 20000000, 5500, 'IOC', false, 'v1', 7, 11240000,
    now() - interval '58 minutes', 'main', 3, '0xh', '{}', now() - interval '59 minutes', now() - interval '59 minutes');
insert into order_report (client_order_id, state, venue_order_id, filled_e6, evidence, at) values
  ('A', 'SENT', null, 0, 'sent', now() - interval '1 hour'),
  ('A', 'FILLED', 'kA', 50000000, 'answered', now() - interval '59 minutes'),
  ('B', 'SENT', null, 0, 'sent', now() - interval '1 hour'),
  ('B', 'CANCELLED', '0xb', 30000000, 'answered', now() - interval '59 minutes'),
  ('H', 'SENT', null, 0, 'sent', now() - interval '59 minutes'),
  ('H', 'UNKNOWN', null, 0, 'timed out', now() - interval '58 minutes'),
  ('H', 'FILLED', '0xh', 20000000, 'looked up', now() - interval '57 minutes');
insert into fill values
  ('kalshi', 't1', 'kA', 'A', 'K1', 'YES', 'BUY', 50000000, 4000, 840000, 'TAKER', 'FINAL', now() - interval '59 minutes'),
  ('polymarket', 't2', '0xb', 'B', 'P1', 'NO', 'BUY', 30000000, 5500, 360000, 'TAKER', 'FINAL', now() - interval '59 minutes'),
  ('polymarket', 't3', '0xh', 'H', 'P1', 'NO', 'BUY', 20000000, 5500, 240000, 'TAKER', 'FINAL', now() - interval '57 minutes');
insert into position values
  ('kalshi', 'K1', 'YES', 50000000, 0, 20000000, 840000, 0, now() - interval '57 minutes'),
  ('polymarket', 'P1', 'NO', 50000000, 0, 27500000, 600000, 0, now() - interval '57 minutes');
insert into cash_snapshot (venue, shard, total_e6, reserved_e6, reported_at, at) values
  ('kalshi', 0, 100000000, 0, now(), now()), ('polymarket', 0, 100000000, 3000000, now(), now());
insert into pnl_day values (current_date, 'kalshi', 'cross-venue', 1, 0, 840000), (current_date, 'polymarket', 'cross-venue', 1, 0, 600000);
insert into reconciliation (venue, clean, differences, at) values
  ('kalshi', true, '', now()), ('polymarket', false, 'a fill was late', now() - interval '1 hour'), ('polymarket', true, '', now());
insert into breaker_trip (name, cause, since, until, reset_at, reset_by)
  values ('drawdown', 'equity fell', now() - interval '5 hours', null, now() - interval '4 hours', 'operator');
