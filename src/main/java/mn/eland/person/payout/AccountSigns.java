package mn.eland.person.payout;

import mn.eland.workflow.Values;

/**
 * What the table of signs asks about whoever changes an account. What nobody can tell counts as an ordinary answer: no new country,
 * no change of the telephone's card.
 *
 * @param payoutChangedHours since the last change that held
 * @param faceMatch          1 when no face was compared
 */
record AccountSigns(boolean newDevice, long payoutChangedHours, boolean ibanNameMatch, long emailAgeDays, double faceMatch, boolean firstAccount) {

    static final long NEVER = 1_000_000;

    Values values() {
        return Values.of(PayoutVariables.NEW_DEVICE, newDevice).with(PayoutVariables.NEW_COUNTRY, false)
                .with(PayoutVariables.PASSWORD_RESET_HOURS, NEVER).with(PayoutVariables.PAYOUT_CHANGED_HOURS, payoutChangedHours)
                .with(PayoutVariables.SIM_SWAP_DAYS, NEVER).with(PayoutVariables.FACE_MATCH, faceMatch)
                .with(PayoutVariables.IBAN_NAME_MATCH, ibanNameMatch).with(PayoutVariables.EMAIL_AGE_DAYS, emailAgeDays)
                .with(PayoutVariables.FAILED_LOGINS_1H, 0L).with(PayoutVariables.VELOCITY_KMH, 0L)
                .with(PayoutVariables.FIRST_ACCOUNT, firstAccount);
    }
}
