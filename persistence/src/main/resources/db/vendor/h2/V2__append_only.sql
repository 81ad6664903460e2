-- Rows of these tables are evidence: they are added, never changed or removed.
create trigger eligibility_event_append_only before update, delete on eligibility_event
  for each row call 'io.visavis.persistence.schema.AppendOnlyTrigger';
create trigger session_transition_append_only before update, delete on session_transition
  for each row call 'io.visavis.persistence.schema.AppendOnlyTrigger';
create trigger consent_append_only before update, delete on consent
  for each row call 'io.visavis.persistence.schema.AppendOnlyTrigger';

-- H2 gives up waiting for a row after 2 s; a burst on one account may queue for longer.
set default_lock_timeout 10000;
