-- Licences of real estate agents in the simulated register of the Commission.
create table simulators.licences (
    licence_no       text primary key,
    holder_register  text not null,
    valid_from       date not null,
    valid_until      date not null,
    state            text not null check (state in ('ACTIVE', 'SUSPENDED'))
);

insert into simulators.licences values ('ҮХЗ-0041', 'ЯЯ85030764', '2025-01-15', '2030-01-14', 'ACTIVE'),
    ('ҮХЗ-0097', 'ЯЯ92041386', '2025-03-01', '2030-02-28', 'ACTIVE'), ('ҮХЗ-0120', 'ЯЯ93121643', '2026-02-01', '2031-01-31', 'ACTIVE');
