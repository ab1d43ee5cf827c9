package mn.eland.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import mn.eland.contract.Contracts.PartyFacts;
import mn.eland.kernel.Money;

/** Facts of the flat that tests sell, for every kind of document. */
public final class DocumentFacts {

    public static final PartyFacts SELLER = new PartyFacts("Боржигон Ганболдын Тэмүүлэн", "ЯЯ88041511",
            "Сүхбаатар дүүрэг, 1-р хороо, Сөүлийн гудамж 7-12", "55000001", "MN020005999900000001");
    public static final PartyFacts BUYER = new PartyFacts("Цагаан Баярын Энхжин", "ЯЯ93121643",
            "Баянзүрх дүүрэг, 6-р хороо, 13-р хороолол 4-9", "55000003", "MN640004999900000002");

    private DocumentFacts() {
    }

    /** All a document needs; the extra pairs are added or, when null, taken out. */
    public static Map<String, Object> of(DocumentKind kind, Object... extra) {
        var all = all();
        var facts = new HashMap<String, Object>();
        kind.requiredFacts().forEach(name -> facts.put(name, all.get(name)));
        for (int i = 0; i < extra.length; i += 2) {
            facts.put((String) extra[i], extra[i + 1]);
        }
        return facts;
    }

    private static Map<String, Object> all() {
        var facts = new HashMap<String, Object>(Map.of("seller", SELLER, "buyer", BUYER, "payer", BUYER,
                "registryNo", "Ү-2299000001", "certificateNo", "000000101",
                "address", "Сүхбаатар дүүрэг, 1-р хороо, Сөүлийн гудамж", "areaM2", 62.0,
                "price", Money.of(285_000_000), "deposit", Money.of(28_500_000), "taxBearer", "SELLER"));
        facts.putAll(Map.of("penaltyPctPerDay", 0.5, "filingDays", 5L, "handoverDays", 7L,
                "payDepositBy", LocalDate.of(2026, 11, 24), "mainContractBy", LocalDate.of(2026, 12, 14),
                "contractNo", "S-2026-000001/C1", "handedOverOn", LocalDate.of(2026, 12, 21), "keys", 3L));
        facts.putAll(Map.of("penaltyCapPct", 50L, "fixDays", 14L, "noticeDays", 3L, "warrantyVisible", "P6M", "warrantyHidden", "P1Y",
                "warrantyBuilding", "P3Y"));
        facts.putAll(Map.of("notaryName", "Т. Анударь", "notaryNo", "0001", "district", "Сүхбаатар",
                "notaryNumber", "NOT-2026-0001-000001", "certifiedAt", Instant.parse("2026-11-22T06:05:00Z"),
                "notaryFee", Money.of(100_000), "documentsSeen", "Иргэний үнэмлэх\nӨмчлөх эрхийн гэрчилгээ",
                "contractHash", "a".repeat(64), "originals", 4L));
        facts.putAll(Map.of("refusalCode", "INCOMPLETE_DOCS", "refusalGrounds", "Лавлагааны хугацаа дууссан байна.",
                "refusedAt", Instant.parse("2026-11-22T06:05:00Z"), "amount", Money.of(28_500_000), "purpose", "DEPOSIT",
                "receiptNo", "S-2026-000001-1", "paidAt", Instant.parse("2026-11-22T06:05:00Z")));
        facts.putAll(Map.of("payee", SELLER, "missing", Money.of(156_500_000), "dueAt", Instant.parse("2026-12-06T06:05:00Z"),
                "extraUntil", Instant.parse("2026-12-13T06:05:00Z")));
        facts.putAll(Map.of("proposedBy", "Б. Энхжин", "sellerPct", 40L, "buyerPct", 60L, "reason", "Хоёр тал санаагаа өөрчилсөн",
                "answerBy", Instant.parse("2026-12-13T06:05:00Z")));
        facts.putAll(consents());
        facts.putAll(auction());
        facts.putAll(Map.of("invoiceNo", "S-2026-000001-I1", "issuer", "ELAND", "dueOn", LocalDate.of(2026, 12, 1),
                "payToIban", "MN640004999900000002", "reference", "S-2026-000001 DEPOSIT"));
        return facts;
    }

    private static Map<String, Object> consents() {
        return Map.of("spouse", BUYER, "principal", SELLER, "agent", BUYER, "leastPrice", Money.of(280_000_000), "act", "SELL",
                "priceLimit", Money.of(280_000_000), "validUntil", LocalDate.of(2027, 3, 1));
    }

    private static Map<String, Object> auction() {
        var facts = new HashMap<String, Object>(Map.of("lotNo", "A-2026-000001", "legalGround", "OWNER",
                "appraisedValue", Money.of(285_000_000), "appraiser", "Үнэлгээ ХХК", "round", 1L, "floorPrice", Money.of(199_500_000),
                "noticeOn", LocalDate.of(2026, 11, 1), "noticePlace", "ELAND", "bidDeposit", Money.of(28_500_000)));
        facts.putAll(Map.of("bidders", "Оролцогч 1, Оролцогч 2", "startedAt", Instant.parse("2026-11-22T02:00:00Z"),
                "endedAt", Instant.parse("2026-11-22T06:05:00Z"), "bidLogHash", "b".repeat(64), "auctioneer", "Т. Анударь"));
        return facts;
    }
}
