-- What was so in the case at the moment of an acceptance, as the signature says it.
create table contract.moments (
    document uuid   not null,
    party    uuid   not null,
    identity text   not null check (identity in ('NONE', 'OPEN', 'VERIFIED', 'DUE', 'EXPIRED', 'DECLINED')),
    model    text   not null,
    rules    text   not null,
    held     bigint not null check (held >= 0),
    primary key (document, party),
    foreign key (document, party) references contract.acceptances
);

create trigger moments_stay before update or delete on contract.moments
    for each row execute function contract.refuse_change();
