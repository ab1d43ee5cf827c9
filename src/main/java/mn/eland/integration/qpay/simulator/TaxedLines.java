package mn.eland.integration.qpay.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The lines of an invoice with a VAT receipt: their numbers are texts, and the sum of the invoice comes from them. */
final class TaxedLines {

    private static final String WITH_VAT = "1";
    private static final List<String> TAX_TYPES = List.of(WITH_VAT, "2", "3");

    private TaxedLines() {
    }

    /** Checks an order and adds its lines up. */
    static BigDecimal sum(JsonNode asked) {
        var type = asked.path("tax_type").asText("");
        if (!TAX_TYPES.contains(type)) {
            throw QPayErrors.field("tax_type", "ENUM", "tax_type must be 1, 2 or 3");
        }
        if (!asked.path("district_code").asText("").matches("\\d{4}")) {
            throw QPayErrors.field("district_code", "PATTERN", "district_code must be 4 digits");
        }
        if (asked.path("lines").isEmpty()) {
            throw QPayErrors.of(400, "INVOICE_LINE_REQUIRED", "Нэхэмжлэхийн мөр байхгүй байна");
        }
        asked.path("lines").forEach(line -> checked(line, type.equals(WITH_VAT)));
        return StreamSupport.stream(asked.path("lines").spliterator(), false)
                .map(line -> number(line, "line_quantity").multiply(number(line, "line_unit_price")))
                .reduce(BigDecimal.ZERO, BigDecimal::add).setScale(2, RoundingMode.HALF_UP);
    }

    private static void checked(JsonNode line, boolean taxed) {
        if (line.path("line_description").asText("").isBlank()) {
            throw QPayErrors.field("line_description", "REQUIRED", "line_description is required");
        }
        if (!line.path("classification_code").asText("").matches("\\d{7}")) {
            throw QPayErrors.field("classification_code", "PATTERN", "classification_code must be 7 digits");
        }
        if (taxed && line.path("taxes").isEmpty()) {
            throw QPayErrors.of(400, "TAX_LINE_REQUIRED", "Татварын мөр байхгүй байна");
        }
        if (!taxed && line.path("tax_product_code").asText("").isBlank()) {
            throw QPayErrors.of(400, "TAX_PRODUCT_CODE_REQUIRED", "Татварын бүтээгдэхүүний код байхгүй байна");
        }
        line.path("taxes").forEach(tax -> number(tax, "amount"));
    }

    private static BigDecimal number(JsonNode node, String field) {
        if (!node.path(field).isTextual() || !node.path(field).asText().matches("\\d+(\\.\\d{1,4})?")) {
            throw QPayErrors.field(field, "STRING_NUMBER", field + " must be a number as a text");
        }
        return new BigDecimal(node.path(field).asText());
    }

    /** What the lines say of a tax; zero when they say nothing. */
    static BigDecimal tax(JsonNode lines, String code) {
        return StreamSupport.stream(lines.spliterator(), false)
                .flatMap(line -> StreamSupport.stream(line.path("taxes").spliterator(), false))
                .filter(tax -> tax.path("tax_code").asText().equals(code)).map(tax -> new BigDecimal(tax.path("amount").asText("0")))
                .reduce(BigDecimal.ZERO, BigDecimal::add).setScale(2, RoundingMode.HALF_UP);
    }
}
