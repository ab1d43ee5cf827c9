alter table sale.handovers
    add column utility_debt_mnt bigint check (utility_debt_mnt > 0);
