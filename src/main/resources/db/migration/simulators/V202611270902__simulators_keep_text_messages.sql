-- Text messages that the simulated operator took for delivery.
create table simulators.texts (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    sender    text        not null,
    recipient text        not null,
    body      text        not null
);
