-- Versions of a policy are evidence: they are added, never changed or removed.
create trigger account_policy_append_only before update, delete on account_policy
  for each row call 'io.visavis.persistence.schema.AppendOnlyTrigger';
