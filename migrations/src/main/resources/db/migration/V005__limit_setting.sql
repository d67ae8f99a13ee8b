-- Limits that people have changed while the desk ran, until the setting itself is changed.
create table limit_setting (
  dial       text        primary key,
  value      bigint      not null check (value > 0),
  base       bigint      not null,
  changed_by text        not null,
  changed_at timestamptz not null
);
