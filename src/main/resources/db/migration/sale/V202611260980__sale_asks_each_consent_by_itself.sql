-- Every consent waits for itself: until its own day, with its own meaning of silence.
alter table sale.consents alter column person drop not null;
alter table sale.consents drop constraint consents_state_check;
alter table sale.consents add constraint consents_state_check
    check (state in ('ASKED', 'GIVEN', 'REFUSED', 'WAIVED', 'WITHHELD', 'EXERCISED', 'CLOSED'));
alter table sale.consents add column wait_for text not null default 'P14D';
alter table sale.consents add column silence text not null default 'REFUSED' check (silence in ('REFUSED', 'WAIVED'));
alter table sale.consents add column priority boolean not null default false;
alter table sale.consents add column due_at timestamptz;
alter table sale.consents add column paper_no text;
alter table sale.consents add column paper_on date;
alter table sale.consents add column issuer text;
comment on column sale.consents.person is 'who answers: the person asked or who brings the paper; null for the operators';
comment on column sale.consents.priority is 'true for those who may buy at the same terms instead';

-- What the agent found out about a listing that no register tells.
create table sale.statements (
    listing          text primary key,
    share            text check (share ~ '^\d{1,4}/\d{1,4}$'),
    tenant_priority  boolean     not null,
    tenant_no        text,
    ordinary_asset   boolean     not null,
    by_party         uuid        not null,
    at               timestamptz not null
);
comment on column sale.statements.share is 'the part of the property that is sold; null for the whole';
comment on column sale.statements.ordinary_asset is 'true when a company sells what is no major transaction for it';
