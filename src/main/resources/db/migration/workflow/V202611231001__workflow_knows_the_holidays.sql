create schema if not exists workflow;

create table workflow.holidays (
    day       date    primary key,
    name_mn   text    not null,
    name_en   text    not null,
    -- false for a day that follows the moon and is announced by the government each year
    confirmed boolean not null default true
);

insert into workflow.holidays (day, name_mn, name_en)
select make_date(year, month, day), name_mn, name_en
from generate_series(2026, 2028) year
cross join (values
    (1, 1, 'Шинэ жил', 'New Year'),
    (3, 8, 'Олон улсын эмэгтэйчүүдийн эрхийг хамгаалах өдөр', 'International Women''s Day'),
    (6, 1, 'Хүүхдийн эрхийг хамгаалах өдөр', 'Children''s Day'),
    (7, 11, 'Үндэсний их баяр наадам', 'Naadam'),
    (7, 12, 'Үндэсний их баяр наадам', 'Naadam'),
    (7, 13, 'Үндэсний их баяр наадам', 'Naadam'),
    (7, 14, 'Үндэсний их баяр наадам', 'Naadam'),
    (7, 15, 'Үндэсний их баяр наадам', 'Naadam'),
    (11, 26, 'Бүгд Найрамдах Улс тунхагласан өдөр', 'Republic Day'),
    (12, 29, 'Үндэсний эрх чөлөө, тусгаар тогтнолоо сэргээсний баярын өдөр', 'Independence Day')
) fixed (month, day, name_mn, name_en);

insert into workflow.holidays (day, name_mn, name_en, confirmed) values
    ('2026-02-18', 'Цагаан сар', 'Lunar New Year', true),
    ('2026-02-19', 'Цагаан сар', 'Lunar New Year', true),
    ('2026-02-20', 'Цагаан сар', 'Lunar New Year', true),
    ('2026-11-10', 'Их эзэн Чингис хааны өдөр', 'Chinggis Khaan Day', true),
    ('2027-02-07', 'Цагаан сар', 'Lunar New Year', false),
    ('2027-02-08', 'Цагаан сар', 'Lunar New Year', false),
    ('2027-02-09', 'Цагаан сар', 'Lunar New Year', false),
    ('2027-11-29', 'Их эзэн Чингис хааны өдөр', 'Chinggis Khaan Day', false),
    ('2028-02-26', 'Цагаан сар', 'Lunar New Year', false),
    ('2028-02-27', 'Цагаан сар', 'Lunar New Year', false),
    ('2028-02-28', 'Цагаан сар', 'Lunar New Year', false),
    ('2028-11-17', 'Их эзэн Чингис хааны өдөр', 'Chinggis Khaan Day', false);
