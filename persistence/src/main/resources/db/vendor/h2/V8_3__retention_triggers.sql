-- Evidence of a session goes with the session, when its time is over, and not otherwise.
drop trigger session_transition_append_only;
create trigger session_transition_append_only before update on session_transition
  for each row call 'io.visavis.persistence.schema.AppendOnlyTrigger';
create trigger session_transition_retained before delete on session_transition
  for each row call 'io.visavis.persistence.schema.RetentionTrigger';
drop trigger consent_append_only;
create trigger consent_append_only before update on consent
  for each row call 'io.visavis.persistence.schema.AppendOnlyTrigger';
create trigger consent_retained before delete on consent
  for each row call 'io.visavis.persistence.schema.RetentionTrigger';
