create table simulators.sim_cards (
    phone       text primary key,
    changed_at  timestamptz not null
);
