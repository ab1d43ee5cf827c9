alter table property.listings add column version int not null default 1;
alter table property.listings add column approved_price bigint check (approved_price > 0);
update property.listings set approved_price = price where state <> 'DRAFT';
comment on column property.listings.version is 'counts up with every edit, so that an edit can name what it was made on';
comment on column property.listings.approved_price is 'the price that a second person approved last; null while nobody has looked at the draft';

create function property.count_listing_version() returns trigger language plpgsql as $$
begin
    new.version := old.version + 1;
    return new;
end $$;
create trigger listing_version before update of price, state, title, description, agent on property.listings
    for each row execute function property.count_listing_version();
