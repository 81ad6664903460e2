-- A session stands here for as long as the transaction runs that removes it with its evidence: the
-- triggers on evidence let go of rows of such a session only (ADR 20). A committed table is empty.
create table retention_pass (
  session_id varchar(64) not null,
  constraint retention_pass_pk primary key (session_id),
  constraint retention_pass_session foreign key (session_id) references share_session (id)
);

create index share_session_ended_at on share_session (account_id, ended_at);
