-- Whether a session's pictures may travel over a relay only: the account's rule of when it was
-- requested. Nobody noted it so far; what is open goes on under the rule that stands now.
alter table share_session add column relay_only boolean default false not null;
update share_session set relay_only = true
  where open_visitor_id is not null and exists (
    select 1 from account_policy p where p.account_id = share_session.account_id and p.relay_only
      and not exists (select 1 from account_policy later
        where later.account_id = p.account_id and later.version > p.version));
