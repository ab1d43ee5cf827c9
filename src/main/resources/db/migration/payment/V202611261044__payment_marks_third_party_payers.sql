-- Whether the money came from somebody else than the payer; null where the payer's account was not known yet.
alter table payment.receipts add column third_party boolean;
alter table payment.receipts drop constraint receipts_problem_check;
alter table payment.receipts add constraint receipts_problem_check check (problem in ('OVERPAID', 'SECOND_PAYMENT', 'AFTER_LAPSE',
    'UNKNOWN_REFERENCE', 'WRONG_PAYMENT_NUMBER', 'THIRD_PARTY'));
