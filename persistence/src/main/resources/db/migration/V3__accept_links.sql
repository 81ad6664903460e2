-- Whether a request waits for its answer as a link, and which attempt of which page may give it.
alter table share_session add column by_link boolean default false not null;
alter table share_session add column link_attempt varchar(64);
