package mn.eland.contract;

import java.util.List;
import java.util.Locale;

/**
 * Kinds of document; the template is {@code templates/documents/<name in kebab-case>.html}. The constructor names the
 * facts a document cannot be written without; the class comment of {@link FactSheet} lists those that may be added.
 */
public enum DocumentKind {
    PRELIMINARY_CONTRACT("P", "seller", "buyer", "registryNo", "address", "areaM2", "price", "deposit", "payDepositBy",
            "mainContractBy", "taxBearer"),
    SALE_CONTRACT("C", "seller", "buyer", "registryNo", "certificateNo", "address", "areaM2", "price", "deposit",
            "taxBearer", "penaltyPctPerDay", "penaltyCapPct", "filingDays", "fixDays", "handoverDays", "noticeDays",
            "warrantyVisible", "warrantyHidden", "warrantyBuilding"),
    HANDOVER_ACT("H", "seller", "buyer", "registryNo", "address", "contractNo", "handedOverOn", "keys"),
    NOTARY_CERTIFICATE("N", "seller", "buyer", "notaryName", "notaryNo", "district", "notaryNumber", "certifiedAt",
            "registryNo", "price", "notaryFee", "documentsSeen", "contractHash", "originals"),
    NOTARY_REFUSAL("R", "seller", "buyer", "notaryName", "notaryNo", "district", "registryNo", "refusalCode",
            "refusalGrounds", "refusedAt"),
    PAYMENT_RECEIPT("T", "payer", "amount", "purpose", "receiptNo", "paidAt"),
    PAYOUT_RECEIPT("O", "payee", "amount", "purpose", "receiptNo", "paidAt"),
    EXTRA_PERIOD_NOTICE("E", "seller", "buyer", "registryNo", "address", "contractNo", "missing", "dueAt", "extraUntil"),
    RESCISSION_AGREEMENT("D", "seller", "buyer", "registryNo", "address", "contractNo", "proposedBy", "deposit", "sellerPct", "buyerPct",
            "reason", "answerBy"),
    SPOUSE_CONSENT("S", "spouse", "seller", "registryNo", "address", "areaM2", "leastPrice", "validUntil"),
    POWER_OF_ATTORNEY("A", "principal", "agent", "registryNo", "address", "act", "priceLimit", "validUntil"),
    AUCTION_PROTOCOL("U", "lotNo", "registryNo", "address", "legalGround", "appraisedValue", "appraiser", "round", "floorPrice",
            "noticeOn", "noticePlace", "bidDeposit", "bidders", "startedAt", "endedAt", "bidLogHash", "auctioneer"),
    INVOICE("I", "payer", "issuer", "invoiceNo", "amount", "purpose", "dueOn", "payToIban", "reference");

    private final String letter;
    private final List<String> requiredFacts;

    DocumentKind(String letter, String... requiredFacts) {
        this.letter = letter;
        this.requiredFacts = List.of(requiredFacts);
    }

    public String template() {
        return "documents/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Names of the facts without which {@link Contracts#draft} refuses. */
    public List<String> requiredFacts() {
        return requiredFacts;
    }

    /** How many sign beside the parties: the notary, behind the notary the platform. */
    int officials() {
        return this == SALE_CONTRACT ? 2 : this == NOTARY_CERTIFICATE ? 1 : 0;
    }

    /** The letter in the document's number: {@code S-2026-000001/C1}. */
    String letter() {
        return letter;
    }

    /** Accepted on its page, refused in a task of its case; the task "Accept document" is not for it. */
    boolean hasTaskOfItsOwn() {
        return this == RESCISSION_AGREEMENT;
    }

    /** What tells two documents of one kind and case apart; a receipt or invoice does not replace an earlier one. */
    String slotFact() {
        return switch (this) {
            case PAYMENT_RECEIPT, PAYOUT_RECEIPT -> "receiptNo";
            case INVOICE -> "invoiceNo";
            case POWER_OF_ATTORNEY -> "act";
            default -> null;
        };
    }
}
