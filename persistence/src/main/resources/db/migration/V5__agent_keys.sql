-- A key's id is unique within its account only: hosts choose the ids of their own keys, and no
-- account learns which ids another one has.
alter table account_key drop constraint account_key_pk;
alter table account_key add constraint account_key_pk primary key (account_id, kid);

-- secret: of HS256 sealed with the service secret (v1.…), or base64 until the next start; otherwise
-- the public key in base64.
alter table account_key add column created_at timestamp(6) with time zone;
alter table account_key add column created_by varchar(400);
alter table account_key add column last_used_at timestamp(6) with time zone;

-- Where a host publishes its keys itself.
create table account_jwks (
  account_id varchar(64)   not null,
  url        varchar(2000) not null,
  constraint account_jwks_pk primary key (account_id),
  constraint account_jwks_account foreign key (account_id) references account (id)
);
