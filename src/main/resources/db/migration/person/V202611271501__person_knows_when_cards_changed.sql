-- When the card of the owner's telephone was changed before the account was named, as the operator told; empty when it told of none.
alter table person.payout_changes add column card_changed_at timestamptz;
