-- Who may act for whom, as an original paper showed.
create table identity.representations (
    id           bigint generated always as identity primary key,
    holder       uuid        not null references identity.parties,
    principal    uuid        not null references identity.parties,
    basis        text        not null check (basis in ('DIRECTOR', 'GUARDIAN', 'POA')),
    paper_no     text        not null,
    given_on     date        not null,
    valid_until  date check (valid_until >= given_on),
    recorded_by  uuid        not null,
    at           timestamptz not null,
    unique (holder, principal, basis, paper_no),
    check (holder <> principal),
    check (basis <> 'POA' or valid_until is not null)
);
create index representations_principal on identity.representations (principal);

-- The cases in which somebody acted for another.
create table identity.representations_used (
    case_ref        text        not null,
    principal       uuid        not null references identity.parties,
    representation  bigint      not null references identity.representations,
    at              timestamptz not null,
    primary key (case_ref, principal)
);
create index representations_used_representation on identity.representations_used (representation);
