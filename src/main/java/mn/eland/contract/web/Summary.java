package mn.eland.contract.web;

import java.util.List;
import java.util.Map;
import mn.eland.contract.DocumentKind;

/** The main terms of a document in the order people ask for them. */
final class Summary {

    private static final List<String> ORDER = List.of("contractNo", "notaryNumber", "receiptNo", "seller", "buyer", "payer", "registryNo",
            "certificateNo", "address", "areaM2", "price", "deposit", "amount", "tax", "payoff", "retention", "notaryFee", "payDepositBy",
            "payBalanceBy", "missing", "dueAt", "extraUntil", "mainContractBy", "filingDays", "handoverDays", "handedOverOn", "keys", "defects", "penaltyPctPerDay",
            "penaltyCapPct", "notaryName", "certifiedAt", "refusalCode", "refusalGrounds", "refusedAt", "paidAt", "proposedBy",
            "sellerPct", "reason", "answerBy");

    private Summary() {
    }

    static List<Line> of(Map<String, Object> facts) {
        return ORDER.stream().filter(facts::containsKey).map(name -> new Line("contract.fact." + name, facts.get(name))).toList();
    }

    /** The message that says what an acceptance leads to. */
    static String bindsKey(DocumentKind kind) {
        return switch (kind) {
            case PRELIMINARY_CONTRACT, SALE_CONTRACT, HANDOVER_ACT, RESCISSION_AGREEMENT -> "contract.binds." + kind;
            default -> "contract.binds.OTHER";
        };
    }

    record Line(String labelKey, Object value) {
    }
}
