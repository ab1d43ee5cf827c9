-- What a company does for a living decides how its sales are taxed.
alter table identity.parties add column vat_payer boolean not null default false;
alter table identity.parties add column developer boolean not null default false;
