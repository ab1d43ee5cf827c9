package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import mn.eland.ElandTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ElandTest
class SaleStoreTests {

    @Autowired ApplicationContext context;
    @Autowired SaleStore store;
    @Autowired TransactionTemplate transactions;
    @Autowired JdbcClient jdbc;

    /** Else the two wait for each other: the process holds its case and wants the sale, the act holds the sale and wants the case. */
    @Test
    void whoHoldsASaleHoldsItsCase() {
        var sale = SaleStand.offered(context, "enkhjin").sale();

        transactions.executeWithoutResult(act -> {
            assertThat(store.lock(sale).stage()).isEqualTo(Sale.Stage.OFFER);
            assertThat(CompletableFuture.supplyAsync(() -> isFree(sale)).join()).isFalse();
        });
        await().until(() -> isFree(sale));
    }

    private boolean isFree(SaleId sale) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 0))").param(sale.number()).query(Boolean.class).single();
    }
}
