-- A party on a list of sanctions is reported at once, whatever becomes of the sale.
alter table sale.suspicions drop constraint suspicions_cause_check;
alter table sale.suspicions add constraint suspicions_cause_check check (cause in ('RISK_BLOCKED', 'FROZEN', 'SANCTIONED', 'THRESHOLD'));
