-- How a person wants a pair bought; null: as the desk's setting says.
alter table pair add column tactic text check (tactic in ('TAKER_TAKER', 'SEQUENTIAL', 'MAKER_TAKER'));
