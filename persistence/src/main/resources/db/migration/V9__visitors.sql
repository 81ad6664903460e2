-- The conversation that a host's server named for a visitor; null once it was taken back.
create table visitor_conversation (
  account_id      varchar(64)  not null,
  visitor_id      varchar(128) not null,
  conversation_id varchar(256),
  named_at        timestamp(6) with time zone not null,
  constraint visitor_conversation_pk primary key (account_id, visitor_id),
  constraint visitor_conversation_account foreign key (account_id) references account (id)
);
