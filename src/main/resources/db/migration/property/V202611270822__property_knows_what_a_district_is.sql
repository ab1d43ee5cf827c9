alter table property.districts add column place text not null default 'CAPITAL' check (place in ('CAPITAL', 'AIMAG', 'SOUM'));
alter table property.districts alter column place drop default;
comment on column property.districts.place is 'as the law on land counts: a district of the capital, the centre of an aimag, or a soum';
