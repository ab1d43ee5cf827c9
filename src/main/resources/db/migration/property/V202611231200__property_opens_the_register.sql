create schema if not exists property;
create extension if not exists pg_trgm;

-- One spelling for search: Cyrillic and the usual Latin spellings of a Mongolian word fold to the same ASCII letters.
-- Digraphs of Latin input go first, so that Cyrillic з followed by х is not taken for zh.
create function property.fold(input text) returns text language sql immutable parallel safe strict as $$
    select trim(regexp_replace(regexp_replace(regexp_replace(
        translate(
            replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
            regexp_replace(
                replace(replace(replace(replace(lower(translate(input, 'ÖÜöü', 'ouou')), 'kh', 'h'), 'zh', 'j'), 'ye', 'e'), 'w', 'v'),
                'y(?![aou])', 'i', 'g'),
            'ё', 'yo'), 'Ё', 'yo'), 'ц', 'ts'), 'Ц', 'ts'), 'ч', 'ch'), 'Ч', 'ch'), 'ш', 'sh'), 'Ш', 'sh'), 'щ', 'sh'), 'Щ', 'sh'),
            'ю', 'yu'), 'Ю', 'yu'), 'я', 'ya'), 'Я', 'ya'),
            'абвгдежзийклмноөпрстуүфхыэАБВГДЕЖЗИЙКЛМНОӨПРСТУҮФХЫЭъьЪЬ',
            'abvgdejziiklmnooprstuufhieabvgdejziiklmnooprstuufhie'),
        '([a-z])\1+', '\1', 'g'), '[^a-z0-9]+', ' ', 'g'), ' +', ' ', 'g'))
$$;

create table property.districts (
    code           text primary key,
    gasr_code      text not null,
    short_mn       text not null,
    name_mn        text not null,
    name_en        text not null,
    areas          text not null,
    khoroos        int not null,
    new_per_m2     bigint not null,
    old_per_m2     bigint not null,
    latitude       double precision not null,
    longitude      double precision not null,
    position       int not null
);

insert into property.districts values
    ('SBD', '1119', 'СБД', 'Сүхбаатар', 'Sukhbaatar', 'Төв, 100 айл, Дарь-Эх, Белх', 20, 6100000, 5830000, 47.9210, 106.9200, 1),
    ('CHD', '1125', 'ЧД', 'Чингэлтэй', 'Chingeltei', 'Их дэлгүүр, Хайлааст, Чингэлтэй', 24, 4800000, 4900000, 47.9260, 106.9060, 2),
    ('BGD', '1107', 'БГД', 'Баянгол', 'Bayangol', '3, 4-р хороолол, 10-р хороолол, Гандан', 34, 4600000, 4600000, 47.9130, 106.8700, 3),
    ('BZD', '1110', 'БЗД', 'Баянзүрх', 'Bayanzurkh', '13-р хороолол, Сансар, Офицер, Шархад', 43, 4790000, 4400000, 47.9160, 106.9600, 4),
    ('KUD', '1122', 'ХУД', 'Хан-Уул', 'Khan-Uul', 'Зайсан, 19-р хороолол, Яармаг, Буянт-Ухаа', 25, 4700000, 5500000, 47.8950, 106.9000, 5),
    ('SHD', '1116', 'СХД', 'Сонгинохайрхан', 'Songinokhairkhan', '1-р хороолол, Толгойт, Баянхошуу', 43, 3300000, 3200000, 47.9150, 106.8200, 6),
    ('ND', '1113', 'НД', 'Налайх', 'Nalaikh', 'Налайх төв', 8, 2300000, 1900000, 47.7730, 107.2540, 7),
    ('BND', '1101', 'БНД', 'Багануур', 'Baganuur', 'Багануур төв', 5, 2000000, 1600000, 47.7830, 108.3600, 8),
    ('BHD', '1104', 'БХД', 'Багахангай', 'Bagakhangai', 'Багахангай', 2, 1500000, 1200000, 47.3400, 107.4900, 9);

create table property.properties (
    id             uuid primary key,
    registry_no    text not null unique check (registry_no ~ '^[ҮГЭ]-[0-9]{10}$'),
    certificate_no text not null check (certificate_no ~ '^[0-9]{9}$'),
    parcel_no      text check (parcel_no ~ '^[0-9]{10,17}$'),
    kind           text not null check (kind in ('APARTMENT', 'HOUSE', 'LAND', 'COMMERCIAL', 'PARKING', 'POSSESSION_RIGHT')),
    area_m2        double precision not null check (area_m2 > 0),
    rooms          int check (rooms between 1 and 30),
    floor          int check (floor between -5 and 100),
    floors         int check (floors between 1 and 100),
    year_built     int check (year_built between 1900 and 2100),
    district       text not null references property.districts,
    khoroo         int not null check (khoroo > 0),
    address        text not null,
    latitude       double precision not null,
    longitude      double precision not null,
    owner          uuid,
    created_at     timestamptz not null
);
create index on property.properties (district, kind);

create table property.listings (
    number         text primary key,
    property_id    uuid not null references property.properties,
    seller         uuid not null,
    agent          uuid,
    title          text not null,
    description    text not null,
    price          bigint not null check (price > 0),
    state          text not null check (state in ('DRAFT', 'PUBLISHED', 'RESERVED', 'SOLD', 'WITHDRAWN', 'EXPIRED', 'LOCKED')),
    lock_code      text,
    published_at   timestamptz,
    created_at     timestamptz not null,
    ended_at       timestamptz,
    search_text    text not null,
    search_words   tsvector not null generated always as (to_tsvector('simple', search_text)) stored
);
create unique index one_open_listing_per_property on property.listings (property_id)
    where state in ('DRAFT', 'PUBLISHED', 'RESERVED');
create index on property.listings (seller, created_at desc);
create index on property.listings (agent, created_at desc);
create index on property.listings (published_at desc, number desc) where state in ('PUBLISHED', 'RESERVED');
create index on property.listings (price) where state in ('PUBLISHED', 'RESERVED');
create index on property.listings using gin (search_words);
create index on property.listings using gin (search_text gin_trgm_ops);

create table property.listing_prices (
    listing        text not null references property.listings,
    price          bigint not null check (price > 0),
    since          timestamptz not null,
    primary key (listing, since)
);

create table property.reservations (
    id             bigint generated always as identity primary key,
    property_id    uuid not null references property.properties,
    sale           text not null,
    reserved_at    timestamptz not null,
    released_at    timestamptz
);
create unique index one_live_reservation_per_property on property.reservations (property_id) where released_at is null;
create index on property.reservations (sale);

-- Prices paid, also of properties that were never listed here: the class of the property stands in the row.
create table property.transfers (
    id             bigint generated always as identity primary key,
    property_id    uuid references property.properties,
    district       text not null references property.districts,
    kind           text not null,
    area_m2        double precision not null check (area_m2 > 0),
    rooms          int,
    year_built     int,
    price          bigint not null check (price > 0),
    transferred_on date not null,
    sale           text unique
);
create index on property.transfers (district, kind, transferred_on);
create index on property.transfers (property_id, transferred_on desc);
