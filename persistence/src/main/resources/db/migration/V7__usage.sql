-- The operator asks for all requests of a span of days, whatever the account.
create index share_session_by_day on share_session (requested_at);
