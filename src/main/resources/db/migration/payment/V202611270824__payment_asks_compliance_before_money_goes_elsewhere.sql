-- Money that an officer would send to another account than it came from.
alter table payment.receipts drop constraint receipts_problem_check;
alter table payment.receipts add constraint receipts_problem_check check (problem in ('OVERPAID', 'SECOND_PAYMENT', 'AFTER_LAPSE',
    'UNKNOWN_REFERENCE', 'WRONG_PAYMENT_NUMBER', 'THIRD_PARTY', 'RETURN_ELSEWHERE'));
