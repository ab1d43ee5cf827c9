package mn.eland.sale.consent;

/**
 * What the agent found out about a listing that no register tells.
 *
 * @param share          the part of the property that is sold, {@code 1/2}, or null for the whole
 * @param tenantPriority true when the tenant's contract gives a right to buy first
 * @param tenantNo       register number of that tenant, or null
 * @param ordinaryAsset  true when a company sells what is no major transaction for it
 */
public record Statement(String share, boolean tenantPriority, String tenantNo, boolean ordinaryAsset) {

    /** Of a listing nobody stated anything about: all of it is sold, and it is a company's major asset. */
    public static final Statement NONE = new Statement(null, false, null, false);

    public boolean isShareSale() {
        return share != null;
    }
}
