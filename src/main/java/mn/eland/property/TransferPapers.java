package mn.eland.property;

/**
 * The papers that go with an application for transfer; any may be null while it does not exist.
 *
 * @param feeReceiptNo the registration fee was paid under this number
 * @param urgent the fast service was asked for and paid
 */
public record TransferPapers(String notaryNumber, String contractSha256, String taxReceiptNo, String feeReceiptNo, boolean urgent) {
}
