-- What an application said, so that one whose answer was lost can be found again at the counter and withdrawn. Register numbers and
-- names in it are personal data.
alter table property.filings add column application jsonb;
