package mn.eland.kernel;

import java.util.Locale;

/**
 * What a person is to the platform. Any citizen account is both buyer and seller. The lower-case name is the claim in
 * the token; {@link #group()} is the candidate group that models use for the same people.
 */
public enum Role {
    BUYER("buyers"), SELLER("sellers"), AGENT("agents"), NOTARY("notaries"), AUCTIONEER("auctioneers"),
    APPRAISER("appraisers"), ESCROW_OFFICER("escrow_officers"), COMPLIANCE("compliance"),
    COMPLIANCE_HEAD("compliance_head"), MEDIATOR("mediators"), ARBITRATOR("arbitrators"), ANALYST("analysts"),
    OPERATOR("operators"), ADMIN("admins");

    private final String group;

    Role(String group) {
        this.group = group;
    }

    public String group() {
        return group;
    }

    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True for those who work for the platform or with it in an office: they have the task inbox. */
    public boolean isStaff() {
        return this != BUYER && this != SELLER;
    }
}
