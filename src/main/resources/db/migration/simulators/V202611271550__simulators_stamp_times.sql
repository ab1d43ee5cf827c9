create table simulators.time_stamp_keys (
    one          boolean primary key default true check (one),
    root_key     bytea   not null,
    root         bytea   not null,
    unit_key     bytea   not null,
    unit         bytea   not null,
    unit_revoked boolean not null default false
);
comment on table simulators.time_stamp_keys is 'the keys of an invented national root and of its time-stamping unit; they prove nothing to anybody else';
