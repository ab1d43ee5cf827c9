package mn.eland.sale.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mn.eland.contract.Contracts;
import mn.eland.contract.Contracts.DocumentView;
import mn.eland.contract.DocumentKind;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.sale.handover.Warranty.Defects;
import mn.eland.workflow.Workflow;
import org.junit.jupiter.api.Test;

class WarrantyTests {

    private static final CaseRef SALE = CaseRef.of("S-2026-000001");
    private static final CaseRef NUMBER = CaseRef.of("W-2026-000001");
    private static final LocalDate TAKEN_OVER = LocalDate.of(2026, 8, 31);

    private final WarrantyStore store = mock();
    private final Contracts contracts = mock();
    private final Workflow workflow = mock();
    private final ElandClock clock = new ElandClock();
    private final Warranties warranties = new Warranties(store, mock(), contracts, workflow, mock(), clock);

    @Test
    void aTermEndsOnTheLastDayOfItsMonthWhenThereIsNoSuchDay() {
        assertThat(aWarranty().ends(Defects.VISIBLE)).isEqualTo("2027-02-28");
        assertThat(aWarranty().ends(Defects.HIDDEN)).isEqualTo("2027-08-31");
        assertThat(aWarranty().ends(Defects.BUILDING)).isEqualTo("2029-08-31");
    }

    @Test
    void theBuyerIsRemindedBeforeTheEndAndAtOnceWhenThatDayHasGone() {
        assertThat(aWarranty().remindIn(Defects.VISIBLE, "P30D", TAKEN_OVER)).isEqualTo("P151D");
        assertThat(aWarranty().remindIn(Defects.VISIBLE, "P30D", LocalDate.of(2027, 1, 28))).isEqualTo("P1D");
        assertThat(aWarranty().remindIn(Defects.VISIBLE, "P30D", LocalDate.of(2027, 1, 29))).isEqualTo("PT0S");
        assertThat(aWarranty().remindIn(Defects.VISIBLE, "P30D", LocalDate.of(2030, 1, 1))).isEqualTo("PT0S");
    }

    @Test
    void theContractCountsBeforeTheTableAndTheHandoverBeforeTheDayOfCompletion() {
        document(DocumentKind.SALE_CONTRACT, Map.of("warrantyVisible", "P8M", "warrantyHidden", "P2Y"));
        document(DocumentKind.HANDOVER_ACT, Map.of("handedOverOn", TAKEN_OVER));
        when(workflow.parameter("warranty.building")).thenReturn("P3Y");
        when(workflow.nextNumber('W')).thenReturn(NUMBER);
        when(store.open(any())).thenReturn(true);

        warranties.open(SALE);

        verify(store).open(new Warranty(NUMBER, SALE, TAKEN_OVER, Map.of(Defects.VISIBLE, "P8M", Defects.HIDDEN, "P2Y", Defects.BUILDING, "P3Y")));
        verify(workflow).start(eq("watchWarranty"), eq(NUMBER), any());
    }

    @Test
    void aSaleHasOneWarranty() {
        when(workflow.parameter(any())).thenReturn("P1Y");
        when(workflow.nextNumber('W')).thenReturn(NUMBER);

        warranties.open(SALE);

        verify(store).open(new Warranty(NUMBER, SALE, clock.today(), Map.of(Defects.VISIBLE, "P1Y", Defects.HIDDEN, "P1Y", Defects.BUILDING, "P1Y")));
        verify(workflow, never()).start(any(), any(), any());
    }

    private void document(DocumentKind kind, Map<String, Object> facts) {
        var id = UUID.randomUUID();
        var document = new DocumentView(id, SALE, kind, 1, "", "", 1, Instant.EPOCH, "", "ACCEPTED", List.of(), List.of());
        when(contracts.document(SALE, kind)).thenReturn(Optional.of(document));
        when(contracts.facts(id)).thenReturn(facts);
    }

    private static Warranty aWarranty() {
        return new Warranty(NUMBER, SALE, TAKEN_OVER, Map.of(Defects.VISIBLE, "P6M", Defects.HIDDEN, "P1Y", Defects.BUILDING, "P3Y"));
    }
}
