package mn.eland.sale.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.notarization.Notarizations;
import mn.eland.payment.Payments;
import mn.eland.workflow.Workflow;
import org.junit.jupiter.api.Test;

class ChargesTests {

    private static final CaseRef SALE = CaseRef.of("S-2026-000001");
    private final Workflow workflow = mock();
    private final Payments payments = mock();
    private final Charges charges = new Charges(workflow, payments, mock(Notarizations.class), mock());

    @Test
    void whoRegistersUrgentlyPaysTheFeeOfTheFastService() {
        tables();

        assertThat(charges.agree(SALE, Money.of(285_000_000), true)).isEqualTo(Money.of(140_000));
        verify(payments).agreeFees(SALE, Money.of(100_000), Money.of(40_000));
    }

    @Test
    void everybodyElsePaysTheUsualFee() {
        tables();

        assertThat(charges.agree(SALE, Money.of(285_000_000), false)).isEqualTo(Money.of(120_000));
        verify(payments).agreeFees(SALE, Money.of(100_000), Money.of(20_000));
    }

    private void tables() {
        when(workflow.decide("notaryFee", Map.of("valueMnt", 285_000_000L))).thenReturn(List.of(Map.of("notaryFeeMnt", 100_000L)));
        when(workflow.decide("registrationFee", Map.of("service", "SALE", "urgency", "URGENT"))).thenReturn(List.of(Map.of("registrationFeeMnt", 40_000L)));
        when(workflow.decide("registrationFee", Map.of("service", "SALE", "urgency", "NORMAL"))).thenReturn(List.of(Map.of("registrationFeeMnt", 20_000L)));
    }
}
