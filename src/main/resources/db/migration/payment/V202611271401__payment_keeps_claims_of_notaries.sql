-- A deal fell apart after the notary had certified it: the fee for that is owed all the same, and paid as soon as it can be.
alter table payment.fees add column claimed_at timestamptz;
comment on column payment.fees.claimed_at is 'when the deal was called off with a certified contract whose notary was not paid; null otherwise';
create index fees_claimed on payment.fees (claimed_at) where claimed_at is not null;
