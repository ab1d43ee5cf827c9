package mn.eland.payment;

import java.time.Duration;
import mn.eland.kernel.Iban;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Accounts and pace of payment. The defaults are those of the sandbox.
 *
 * @param escrowIban    the trust account that collections are paid to and releases are paid from
 * @param virtualPrefix first three digits of the account numbers the bank has set aside for deals, blank when it has set
 *                      aside none; a number goes on with the kind and the year of the case and its number
 * @param ownIban       the platform's own account, to which earned fees are swept
 * @param taxIban       account of the tax authority
 * @param stateIban     account of the state registration office, to which its fee is paid
 * @param statementPoll pause between two readings of the bank statement
 * @param resendAfter   how long a transfer without an answer must be missing in the statement before it is sent again; longer
 *                      than any bank takes to book what it has heard
 */
@ConfigurationProperties("eland.payment")
public record PaymentProperties(@DefaultValue("MN020005999900000001") String escrowIban,
                                @DefaultValue("ИЛАНД ХХК эскроу") String escrowName,
                                @DefaultValue("998") String virtualPrefix,
                                @DefaultValue("MN500005999900000010") String ownIban,
                                @DefaultValue("ИЛАНД ХХК") String ownName,
                                @DefaultValue("MN250090999900000090") String taxIban,
                                @DefaultValue("Татварын ерөнхий газар") String taxName,
                                @DefaultValue("MN950090999900000091") String stateIban,
                                @DefaultValue("Улсын бүртгэлийн ерөнхий газар") String stateName,
                                @DefaultValue("PT5S") Duration statementPoll,
                                @DefaultValue("PT15M") Duration resendAfter) {

    private static final int ACCOUNT_STARTS = 8;

    public PaymentProperties {
        for (var iban : new String[] {escrowIban, ownIban, taxIban, stateIban}) {
            if (!Iban.isValid(iban)) {
                throw new IllegalArgumentException("not an IBAN of Mongolia: " + iban);
            }
        }
        if (!virtualPrefix.matches("\\d{3}|") || !virtualPrefix.isEmpty() && escrowIban.startsWith(virtualPrefix, ACCOUNT_STARTS)) {
            throw new IllegalArgumentException("not a range of account numbers beside the escrow account: " + virtualPrefix);
        }
    }
}
