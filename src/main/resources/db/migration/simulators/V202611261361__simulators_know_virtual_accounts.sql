-- Numbers beginning so are set aside for the client, and booked on this account.
alter table simulators.bank_accounts add column virtual_prefix text check (virtual_prefix ~ '^[0-9]{3}$');
alter table simulators.bank_entries add column virtual_account text;
