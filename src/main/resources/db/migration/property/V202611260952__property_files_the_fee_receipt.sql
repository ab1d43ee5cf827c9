alter table property.transfer_papers add column fee_receipt_no text;
