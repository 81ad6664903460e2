-- What an account decided about its website, and the calls for help of its visitors.
create table website_policy (
  account_id           varchar(64) not null,
  signed_visitors_only boolean     not null,
  visitors_may_ask     boolean     not null,
  constraint website_policy_pk primary key (account_id),
  constraint website_policy_account foreign key (account_id) references account (id)
);

create table help_call (
  id              varchar(64)  not null,
  account_id      varchar(64)  not null,
  visitor_id      varchar(128) not null,
  conversation_id varchar(256),
  asked_at        timestamp(6) with time zone not null,
  answered_at     timestamp(6) with time zone,
  constraint help_call_pk primary key (id),
  constraint help_call_account foreign key (account_id) references account (id)
);

create index help_call_of_visitor on help_call (account_id, visitor_id, asked_at, id);
create index help_call_of_account on help_call (account_id, asked_at, id);
