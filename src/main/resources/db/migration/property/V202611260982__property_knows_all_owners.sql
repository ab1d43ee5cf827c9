-- Whom the register named as owners, one by one: co-owners are asked when the property is sold. register_no and name are
-- personal data.
create table property.title_owners (
    reading_id   bigint  not null references property.title_readings,
    position     int     not null,
    register_no  text    not null,
    name         text    not null,
    minor        boolean not null,
    primary key (reading_id, position)
);
