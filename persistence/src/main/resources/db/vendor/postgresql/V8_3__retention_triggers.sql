-- Evidence of a session goes with the session, when its time is over, and not otherwise.
create function refuse_removal() returns trigger language plpgsql as $$
begin
  perform 1 from retention_pass p join share_session s on s.id = p.session_id
    where p.session_id = old.session_id and s.state = 'ENDED';
  if not found then
    raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
  end if;
  return old;
end
$$;

drop trigger session_transition_append_only on session_transition;
create trigger session_transition_append_only before update or truncate
  on session_transition for each statement execute function refuse_change();
create trigger session_transition_retained before delete
  on session_transition for each row execute function refuse_removal();
drop trigger consent_append_only on consent;
create trigger consent_append_only before update or truncate
  on consent for each statement execute function refuse_change();
create trigger consent_retained before delete
  on consent for each row execute function refuse_removal();
