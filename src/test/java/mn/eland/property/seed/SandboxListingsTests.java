package mn.eland.property.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyChar;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.property.ListingSearch;
import mn.eland.property.PropertyRegister;
import mn.eland.property.RegisterTest;
import mn.eland.property.spi.SandboxTitles;
import mn.eland.property.title.PropertyProcess;
import mn.eland.workflow.Workflow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

@RegisterTest
@Import(SandboxListingsTests.Register.class)
class SandboxListingsTests {

    @MockitoBean Workflow workflow;
    @Autowired PropertyRegister register;
    @Autowired PropertyProcess process;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired ElandClock clock;
    @Autowired ObjectProvider<SandboxTitles> titles;
    @Autowired Register stateRegister;

    @Test
    void emptyRegisterIsFilledOnceAndTheStateRegisterIsTold() {
        var numbers = new AtomicInteger();
        when(workflow.nextNumber(anyChar())).thenAnswer(call -> CaseRef.of("L-2026-%06d".formatted(numbers.incrementAndGet())));
        when(workflow.parameter("comparables.window")).thenReturn("P180D");
        when(workflow.parameter("comparables.min")).thenReturn("8");
        var sandbox = new SandboxListings(jdbc, transaction, process, titles, clock, true, 600);

        sandbox.afterSingletonsInstantiated();
        sandbox.afterSingletonsInstantiated();
        sandbox.tellTheRegister();
        sandbox.tellTheRegister();

        var all = register.search(new ListingSearch(null, null, null, null, null, null, null, null, null, 0, 20));
        assertThat(all.count()).isEqualTo(613);
        assertThat(register.newest(12)).hasSize(12);
        assertThat(register.facets(new ListingSearch(null, null, null, null, null, null, null, null, null, 0, 20)).districts()).hasSize(9);
        assertThat(stateRegister.loaded).hasSize(614);
        assertThat(register.comparables(register.property("Ү-2299000001").orElseThrow().id()).orElseThrow().count()).isGreaterThanOrEqualTo(8);
        assertThat(register.districtPrices()).hasSize(18);
    }

    @Test
    void cheapFlatOfTheHandbookIsFarBelowItsMarket() {
        emptyRegisterIsFilledOnceIfNeeded();
        var cheap = register.property("Ү-2299000005").orElseThrow();

        var median = register.comparables(cheap.id()).orElseThrow().medianPerM2();

        assertThat(85_000_000 / cheap.areaM2() / median.tugrug()).isBetween(0.45, 0.60);
    }

    private void emptyRegisterIsFilledOnceIfNeeded() {
        var numbers = new AtomicInteger(700_000);
        when(workflow.nextNumber(anyChar())).thenAnswer(call -> CaseRef.of("L-2026-%06d".formatted(numbers.incrementAndGet())));
        when(workflow.parameter("comparables.window")).thenReturn("P180D");
        when(workflow.parameter("comparables.min")).thenReturn("8");
        new SandboxListings(jdbc, transaction, process, titles, clock, true, 600).afterSingletonsInstantiated();
    }

    @Test
    void nothingIsSeededOutsideTheSandbox() {
        jdbc.execute("truncate property.properties, property.listings, property.listing_prices, property.transfers, property.seeds cascade");

        new SandboxListings(jdbc, transaction, process, titles, clock, false, 600).afterSingletonsInstantiated();
        new SandboxListings(jdbc, transaction, process, titles, clock, true, 0).afterSingletonsInstantiated();

        assertThat(jdbc.queryForObject("select count(*) from property.properties", Integer.class)).isZero();
    }

    @TestConfiguration
    static class Register implements SandboxTitles {
        private final List<SandboxTitle> loaded = new ArrayList<>();

        @Override
        public void load(List<SandboxTitle> titles) {
            loaded.addAll(titles);
        }
    }
}
