-- What the paper account was paid lies beside what the venue paid, as orders and executions do.

alter table settlement
  add column mode text not null default 'LIVE' check (mode in ('PAPER', 'LIVE')),
  drop constraint settlement_pkey,
  add primary key (venue, market, mode);

-- YES less NO of a market: a venue may set one off against the other. Answered markets are paid out and left aside.
create or replace view invariant_i03_position_is_not_its_fills as
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
                      where s.venue = coalesce(t.venue, h.venue) and s.market = coalesce(t.market, h.market)
                        and s.mode = 'LIVE');
