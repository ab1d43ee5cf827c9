alter table property.filings alter column application type text using application::text;
