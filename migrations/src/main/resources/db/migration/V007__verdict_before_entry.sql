-- Verdicts are committed in the transaction of the intents that they allow: from here on an entry without one cannot be written, and
-- the view is strict again. Of older rows the verdict may have been lost with a process that was killed: they are marked.
-- Of the first entries of an execution the settings are those of the verdict; a later one may have been made under others.

alter table order_intent add column with_verdict boolean not null default false;
alter table order_intent alter column with_verdict set default true;

create function entry_needs_verdict() returns trigger language plpgsql as $$
begin
  if new.purpose in ('ENTRY', 'QUOTE')
      and not exists (select 1 from verdict v where v.id = new.verdict and v.kind in ('ALLOW', 'SHRINK')) then
    raise exception 'no verdict allows the entry %', new.client_order_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger entry_needs_verdict before insert on order_intent
  for each row execute function entry_needs_verdict();

create or replace view invariant_i19_entry_without_verdict as
  select i.client_order_id, i.verdict, v.kind, v.settings_version
    from order_intent i left join verdict v on v.id = i.verdict
   where i.purpose in ('ENTRY', 'QUOTE') and i.with_verdict
     and (v.id is null or v.kind = 'REFUSE'
          or (v.settings_version <> i.settings_version
              and not exists (select 1 from order_intent e
                               where e.execution_id = i.execution_id and e.intended_at < i.intended_at)));
