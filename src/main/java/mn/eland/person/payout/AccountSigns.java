package mn.eland.person.payout;

import mn.eland.identity.payout.AccountHolders;
import mn.eland.workflow.Values;

/**
 * What the table of signs asks about whoever changes an account. What nobody can tell counts as an ordinary answer: a country while
 * networks are not known, a change of the telephone's card where no operator is asked.
 *
 * @param person             what sign-ins, password, address and face say
 * @param payoutChangedHours since the last change that held
 * @param cardChangedDays    since another card was given out for the telephone number
 */
record AccountSigns(AccountHolders.Signs person, long payoutChangedHours, long cardChangedDays, boolean ibanNameMatch, boolean firstAccount) {

    static final long NEVER = 1_000_000;

    Values values() {
        return Values.of(PayoutVariables.NEW_DEVICE, person.newDevice()).with(PayoutVariables.NEW_COUNTRY, person.newCountry())
                .with(PayoutVariables.PASSWORD_RESET_HOURS, person.passwordSetHours().orElse(NEVER))
                .with(PayoutVariables.PAYOUT_CHANGED_HOURS, payoutChangedHours)
                .with(PayoutVariables.SIM_SWAP_DAYS, cardChangedDays).with(PayoutVariables.FACE_MATCH, person.faceMatch())
                .with(PayoutVariables.IBAN_NAME_MATCH, ibanNameMatch).with(PayoutVariables.EMAIL_AGE_DAYS, person.emailAgeDays())
                .with(PayoutVariables.FAILED_LOGINS_1H, person.failedLastHour()).with(PayoutVariables.VELOCITY_KMH, person.velocityKmh())
                .with(PayoutVariables.FIRST_ACCOUNT, firstAccount);
    }
}
