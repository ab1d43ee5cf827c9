package mn.eland.sale.deal;

import java.util.List;
import mn.eland.identity.spi.LiveCases;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sales under way bind their seller, their buyer and their agent. */
@Component
class LiveSales implements LiveCases {

    private final JdbcClient jdbc;

    LiveSales(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseRef> of(PartyId person) {
        return jdbc.sql("select number from sale.sales where ended_at is null and (seller = :person or buyer = :person or agent = :person)")
                .param("person", person.value()).query(String.class).list().stream().map(CaseRef::of).toList();
    }
}
