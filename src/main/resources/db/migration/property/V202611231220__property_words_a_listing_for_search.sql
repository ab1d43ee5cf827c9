create schema if not exists property;

-- The words by which a listing is found: place in both spellings with and without hyphen, khoroo, numbers, title.
create function property.search_text(number text, title text, of_property uuid) returns text language sql stable as $$
    select property.fold(concat_ws(' ', title, p.address, d.name_mn, d.name_en, replace(d.name_mn, '-', ''), replace(d.name_en, '-', ''),
        d.code, d.short_mn, p.khoroo || '-р хороо', number, regexp_replace(p.registry_no, '[^0-9]', '', 'g')))
    from property.properties p join property.districts d on d.code = p.district where p.id = of_property
$$;

create table property.seeds (
    name    text primary key,
    done_at timestamptz not null
);
