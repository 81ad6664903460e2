-- What the operator allows an account at most; null for no limit.
alter table account add column max_open_sessions integer;
alter table account add column max_requests_per_hour integer;

-- Evidence of who set them.
alter table eligibility_event add column max_open_sessions integer;
alter table eligibility_event add column max_requests_per_hour integer;

-- Whether the account's endpoints were told that its grant has passed its end.
alter table account add column eligible_end_told boolean default false not null;
update account set eligible_end_told = true where eligible_until <= current_timestamp;

-- Sealed, a secret is longer than it is.
alter table webhook_endpoint alter column secret set data type varchar(512);
alter table webhook_endpoint alter column previous_secret set data type varchar(512);
