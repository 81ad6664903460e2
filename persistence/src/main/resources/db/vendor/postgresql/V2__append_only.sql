-- Rows of these tables are evidence: they are added, never changed or removed.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger eligibility_event_append_only before update or delete or truncate
  on eligibility_event for each statement execute function refuse_change();
create trigger session_transition_append_only before update or delete or truncate
  on session_transition for each statement execute function refuse_change();
create trigger consent_append_only before update or delete or truncate
  on consent for each statement execute function refuse_change();
