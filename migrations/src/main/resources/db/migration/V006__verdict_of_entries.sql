-- Verdicts are written in batches beside the intents: a process that was killed may have lost the last one, so the absence of a verdict
-- tells against the process that holds the lease now, and not against one that is gone. A bid that is made anew keeps its execution's
-- verdict, whatever the settings are by then.

create or replace view invariant_i19_entry_without_verdict as
  select i.client_order_id, i.verdict, v.kind, v.settings_version
    from order_intent i left join verdict v on v.id = i.verdict
   where i.purpose in ('ENTRY', 'QUOTE') and i.intended_at < now() - interval '30 seconds'
     and (v.kind = 'REFUSE' or (i.attempt = 1 and v.settings_version <> i.settings_version)
          or (v.id is null
              and not exists (select 1 from lease l where l.account = i.lease_account and l.epoch > i.lease_epoch)));
