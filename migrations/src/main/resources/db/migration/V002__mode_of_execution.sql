-- Executions on paper lie beside real ones, as their orders do, and are told apart by their mode.

alter table execution
  add column mode text not null default 'LIVE' check (mode in ('PAPER', 'LIVE'));
alter table execution alter column mode drop default;

create index order_intent_paper on order_intent (client_order_id) where mode = 'PAPER';
