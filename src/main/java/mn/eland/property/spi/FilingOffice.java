package mn.eland.property.spi;

/**
 * The registrar's counter: an application is filed and answered later. Filing twice with the same key gives the first
 * number again.
 */
public interface FilingOffice {

    /** @param key idempotency key of the application. @return the filing number */
    String file(String key, Application application);

    Status status(String filingNo);

    /**
     * Withdraws an application that is not decided yet; harmless when it is withdrawn already.
     *
     * @return {@code WITHDRAWN}, or the registrar's decision when it came first
     */
    Status withdraw(String filingNo, String reason);

    record Application(String registryNo, String certificateNo, String sellerRegisterNumber, String buyerRegisterNumber,
                       String buyerParentName, String buyerGivenName, long priceTugrug, String notaryNumber,
                       String contractSha256, String taxReceiptNo, String feeReceiptNo, boolean urgent) {
    }

    /**
     * @param ground           why the registrar refused, in one of the words of the table {@code filingRemedy}; null when only said in words
     * @param reason           the registrar's words when refused
     * @param newCertificateNo when registered
     */
    record Status(State state, String ground, String reason, String newCertificateNo) {
        public enum State { PENDING, REGISTERED, REFUSED, WITHDRAWN }
    }
}
