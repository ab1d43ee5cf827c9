-- By which licence of the Financial Regulatory Commission somebody is an agent, and until when.
create table identity.agent_licences (
    holder       uuid primary key references identity.parties,
    licence_no   text        not null,
    valid_from   date        not null,
    valid_until  date        not null check (valid_until >= valid_from),
    checked_at   timestamptz not null,
    ended_at     timestamptz
);
create unique index agent_licences_number on identity.agent_licences (licence_no) where ended_at is null;
