-- Versions of a policy are evidence: they are added, never changed or removed.
create trigger account_policy_append_only before update or delete or truncate
  on account_policy for each statement execute function refuse_change();
