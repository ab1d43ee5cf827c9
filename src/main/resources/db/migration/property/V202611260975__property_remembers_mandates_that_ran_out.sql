alter table property.listings add column mandate_over boolean not null default false;
comment on column property.listings.mandate_over is 'the mandate ran out while a sale held the property: it does not go back to the market';
