package mn.eland.sale.suspicion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.payment.Payments;
import mn.eland.property.PropertyView;
import mn.eland.sale.deal.Deal;
import mn.eland.sale.deal.Deals;
import org.junit.jupiter.api.Test;

class ReportFileTests {

    private static final PartyId PARTY = new PartyId(new UUID(0, 101));
    private static final CaseRef SALE = CaseRef.of("S-2026-000001");

    private final Deals deals = mock();
    private final Parties parties = mock();
    private final Payments payments = mock();

    /** A spreadsheet runs what begins like a formula, and a name or a story is whatever somebody typed. */
    @Test
    void noCellOfATableIsAFormula() {
        when(parties.party(any())).thenReturn(new PartyView(PARTY, PartyView.Kind.COMPANY, null, null, null, "@SUM(1+1)*cmd|' /C calc'!A0", "9900011",
                null, "-2+3", null, "+976\",=1+1,\"", null, true));
        when(deals.deal(any())).thenReturn(new Deal(SALE, new PropertyView(new PropertyId(new UUID(0, 1)), "\rҮ-1", null, null,
                PropertyView.Kind.APARTMENT,
                62, null, null, null, null, "SBD", 1, "\t=1", 0, 0), PARTY, PARTY, null, Money.of(1), Money.of(1), null, 0, Instant.EPOCH,
                        List.of()));

        var csv = new ReportFile(deals, parties, payments).csv(new Report(CaseRef.of("C-2026-000001"), SALE, Report.Cause.FROZEN, Instant.EPOCH,
                List.of("STR"), Instant.EPOCH, "=HYPERLINK(\"https://evil.example\")", "Тулга", Instant.EPOCH, null, null, null));

        assertThat(csv).contains(",\"'=HYPERLINK(\"\"https://evil.example\"\")\"\r\n", ",\"'@SUM(1+1)*cmd|' /C calc'!A0\"\r\n", ",\"'-2+3\"\r\n",
                ",\"'+976\"\",=1+1,\"\"\"\r\n", ",\"'\rҮ-1\"\r\n", ",\"'\t=1\"\r\n", ",\"Тулга\"\r\n");
    }
}
