-- Sign-ons by DAN: from the page on which somebody signed in to the token that reads the card.
create table simulators.dan_codes (
    code         text primary key,
    client_id    text        not null,
    redirect_uri text        not null,
    scope        text        not null,
    regnum       text        not null,
    login_type   int         not null,
    organisation text,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    token        text unique
);

-- Who holds shares of a company.
create table simulators.founders (
    company   text not null references simulators.companies,
    position  int  not null,
    person    boolean       not null,
    regnum    text,
    lastname  text,
    firstname text          not null,
    country   text          not null,
    share_pct numeric(6, 3) not null,
    primary key (company, position)
);

-- Invented people on the world's lists.
create table simulators.listed_people (
    id         bigint generated always as identity primary key,
    kind       text not null check (kind in ('SANCTIONS', 'PEP')),
    list       text not null,
    name       text not null unique,
    birth_date date
);
