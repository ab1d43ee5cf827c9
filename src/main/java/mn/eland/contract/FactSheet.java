package mn.eland.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mn.eland.contract.Contracts.PartyFacts;
import mn.eland.contract.print.DocumentFields;
import mn.eland.contract.print.DocumentFields.Field;
import mn.eland.edge.web.Words.MessageKey;
import mn.eland.kernel.Mask;
import mn.eland.kernel.Money;
import mn.eland.kernel.Refusal;

/**
 * The facts a document was written from, by name, and their snapshot as JSON in which register numbers are masked.
 *
 * <p>Facts that may be added to the required ones of {@link DocumentKind}; a clause that needs one is left out without it:
 * <ul>
 * <li>object: {@code certificateNo}, {@code propertyType} (APARTMENT, HOUSE, LAND, OFFICE, PARKING), {@code rooms} Long,
 *     {@code floor} String, {@code parcelNo}, {@code includedItems}
 * <li>money: {@code balance}, {@code tax}, {@code retention}, {@code payoff} Money, {@code payBalanceBy} LocalDate,
 *     {@code escrowIban}, {@code penaltyPctPerDay} Double (0.5 is a half percent), {@code penaltyCapPct} Long
 * <li>delay: {@code extraPeriodDays} Long, {@code received} Money
 * <li>circumstances: {@code mortgage}, {@code spouseConsent}, {@code ownersConsent}, {@code minorConsent},
 *     {@code companyResolution}, {@code loan}, {@code leased}, {@code tenantConsent}, {@code doubleReturn} Boolean,
 *     {@code priorityWaived}, {@code mortgagee}, {@code spouseName}; {@code share} is a part, {@code 1/2};
 *     {@code sellerRepresentative}, {@code sellerPaper} and {@code sellerBasis} (DIRECTOR, GUARDIAN, POA), the same for the buyer; {@code taxBearer} is SELLER, BUYER or SPLIT
 * <li>terms: {@code warrantyVisible}, {@code warrantyHidden}, {@code warrantyBuilding} String ({@code P6M}, {@code P1Y})
 * <li>financing: {@code loanBank}, {@code loanLetterNo} String, {@code loanAmount} Money, {@code financeClause} Boolean,
 *     {@code loanDays} Long
 * <li>handover: {@code electricity}, {@code coldWater}, {@code hotWater}, {@code heating}, {@code furniture},
 *     {@code documents}, {@code defects}, {@code photos} String or Long, {@code utilityDebt} Money, {@code defectsCuredBy} LocalDate
 * <li>notary: {@code licenceNo}, {@code actType}, {@code interpreter}, {@code identifiedBy}, {@code contractNo}
 * <li>rescission: {@code sellerPct}, {@code buyerPct} Long, of the deposit; {@code proposedBy}, {@code reason} String, {@code answerBy} Instant
 * <li>consent and power: {@code marriageCertificateNo} String; {@code mayReceiveMoney}, {@code maySubstitute} Boolean; {@code act} is SELL or BUY
 * <li>auction: {@code bids} String, a bid a line, {@code time|bidder|sum}; {@code winner} party, {@code winningPrice} Money,
 *     {@code payBy} LocalDate, {@code extensions} Long, {@code commissionMembers}, {@code complaints} String; {@code legalGround} is COURT or OWNER
 * <li>invoice: {@code vat} Money
 * <li>receipts: {@code reference}, {@code journalNo} String
 * <li>all: {@code place} (Улаанбаатар), {@code date} (the day of drafting)
 * </ul>
 */
final class FactSheet {

    private static final DocumentFields FIELDS = DocumentFields.all();
    private final ObjectMapper json;

    FactSheet(ObjectMapper json) {
        this.json = json;
    }

    /** What hinders the writing: each fact that is missing or has a value of the wrong type, by its label. */
    static Optional<Refusal> flaw(DocumentKind kind, Map<String, Object> facts) {
        var missing = missing(kind, facts);
        var wrong = missing.isEmpty() ? mistyped(facts) : missing;
        return wrong.isEmpty() ? Optional.empty() : Optional.of(Refusal.invalid(missing.isEmpty() ? "FACTS_MISTYPED" : "FACTS_MISSING")
                .with("facts", wrong.stream().map(name -> new MessageKey("contract.fact." + name)).toList()));
    }

    static List<String> missing(DocumentKind kind, Map<String, Object> facts) {
        return kind.requiredFacts().stream().filter(name -> isEmpty(facts.get(name))).toList();
    }

    /** The facts whose value is not of the type that the list of fields gives them. */
    static List<String> mistyped(Map<String, Object> facts) {
        return facts.entrySet().stream().filter(fact -> fact.getValue() != null)
                .filter(fact -> FIELDS.field(fact.getKey()).filter(field -> !isOf(field, fact.getValue())).isPresent())
                .map(Map.Entry::getKey).sorted().toList();
    }

    private static boolean isOf(Field field, Object value) {
        return switch (field.type()) {
            case "money" -> value instanceof Money;
            case "date" -> value instanceof LocalDate;
            case "time" -> value instanceof Instant;
            case "flag" -> value instanceof Boolean;
            case "number" -> value instanceof Long || value instanceof Integer;
            case "ratio" -> value instanceof Number;
            case "party" -> value instanceof PartyFacts;
            case "choice" -> value instanceof String text && field.choices().contains(text);
            default -> value instanceof String || value instanceof Number;
        };
    }

    private static boolean isEmpty(Object value) {
        return value == null || value instanceof String text && text.isBlank()
                || value instanceof PartyFacts party && (isEmpty(party.fullName()) || isEmpty(party.registerNo()));
    }

    String write(Map<String, Object> facts) {
        var sheet = new LinkedHashMap<String, Object>();
        facts.forEach((name, value) -> {
            if (value != null) {
                sheet.put(name, tagged(value));
            }
        });
        try {
            return json.writeValueAsString(sheet);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("facts cannot be kept", e);
        }
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> read(String text) {
        try {
            var facts = new LinkedHashMap<String, Object>();
            ((Map<String, Map<String, Object>>) json.readValue(text, Map.class))
                    .forEach((name, tagged) -> facts.put(name, untagged(tagged)));
            return facts;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts cannot be read", e);
        }
    }

    private static Map<String, Object> tagged(Object value) {
        if (value instanceof Money money) {
            return Map.of("money", money.tugrug());
        }
        if (value instanceof LocalDate || value instanceof Instant) {
            return Map.of(value instanceof LocalDate ? "date" : "time", value.toString());
        }
        if (value instanceof PartyFacts party) {
            return Map.of("party", List.of(party.fullName(), Mask.registerNumber(party.registerNo())));
        }
        if (value instanceof Long || value instanceof Integer) {
            return Map.of("number", ((Number) value).longValue());
        }
        if (value instanceof Double || value instanceof Boolean) {
            return Map.of(value instanceof Double ? "ratio" : "flag", value);
        }
        if (value instanceof String) {
            return Map.of("text", value);
        }
        throw new IllegalArgumentException("not a fact: " + value.getClass());
    }

    private static Object untagged(Map<String, Object> tagged) {
        var entry = tagged.entrySet().iterator().next();
        var raw = entry.getValue();
        return switch (entry.getKey()) {
            case "money" -> Money.of(((Number) raw).longValue());
            case "date" -> LocalDate.parse((String) raw);
            case "time" -> Instant.parse((String) raw);
            case "number" -> ((Number) raw).longValue();
            case "ratio" -> ((Number) raw).doubleValue();
            case "party" -> ((List<?>) raw).get(0) + " · " + ((List<?>) raw).get(1);
            default -> raw;
        };
    }
}
