-- What accounts decided, one row for each decision; the latest holds. Texts by language stand in
-- columns of their own; lists are joined by line breaks (agents) and commas (languages).
create table account_policy (
  account_id           varchar(64) not null,
  version              integer     not null,
  decided_at           timestamp(6) with time zone not null,
  decided_by           varchar(256),
  requests_from        varchar(16) not null,
  agents               varchar(140000) not null,
  signed_visitors_only boolean     not null,
  visitors_may_ask     boolean     not null,
  surface              varchar(16) not null,
  relay_only           boolean     not null,
  message_fr           varchar(560),
  message_en           varchar(560),
  logo                 varchar(64),
  languages            varchar(64) not null,
  privacy_url_fr       varchar(4000),
  privacy_url_en       varchar(4000),
  retention_days       integer,
  constraint account_policy_pk primary key (account_id, version),
  constraint account_policy_account foreign key (account_id) references account (id),
  constraint account_policy_version check (version > 0)
);

-- Logos of companies, in base64: the two databases have no binary type in common.
create table account_logo (
  account_id varchar(64)    not null,
  hash       varchar(64)    not null,
  media_type varchar(32)    not null,
  content    varchar(90000) not null,
  kept_at    timestamp(6) with time zone not null,
  constraint account_logo_pk primary key (account_id, hash),
  constraint account_logo_account foreign key (account_id) references account (id)
);

create index account_logo_by_hash on account_logo (hash);

-- What stood as the policy of the website becomes the first version; nobody noted who decided.
insert into account_policy (account_id, version, decided_at, requests_from, agents,
  signed_visitors_only, visitors_may_ask, surface, relay_only, languages)
  select account_id, 1, current_timestamp, 'every-agent', '', signed_visitors_only,
    visitors_may_ask, 'any', false, 'fr,en' from website_policy;
drop table website_policy;

-- A consent names the version of the company's words beside the product's text.
alter table share_session alter column consent_wording set data type varchar(64);
alter table consent alter column wording set data type varchar(64);
