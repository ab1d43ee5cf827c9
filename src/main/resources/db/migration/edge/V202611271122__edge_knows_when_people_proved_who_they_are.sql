-- When somebody proved who he is, by a hash of the session in which he did; kept for half a day.
create table edge.proofs (
    session   text not null,
    username  text not null,
    at        timestamptz not null,
    primary key (session, username)
);
