-- The title has passed. A journal of its own says so too, but not when every tögrög of the price is disputed.
alter table payment.settlements add column earned_at timestamptz;
update payment.settlements s set earned_at = j.booked_at from payment.journals j where j.reference = 'earned:' || s.case_no;
