package mn.eland.sale.deal;

import java.time.LocalDate;
import java.util.Optional;
import mn.eland.kernel.CaseRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who acts for the buyer of a sale, when the buyer does not act in person. */
@Component
public class Representatives {

    private final JdbcClient jdbc;

    Representatives(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(CaseRef sale, Representative holder) {
        jdbc.sql("""
                insert into sale.representatives (sale, holder_name, holder_register_number, holder_key, poa_no, valid_until)
                values (?, ?, ?, ?, ?, ?) on conflict (sale) do nothing""")
                .params(sale.number(), holder.name(), holder.registerNumber(), holder.key(), holder.poaNo(), holder.validUntil()).update();
    }

    public Optional<Representative> of(CaseRef sale) {
        return jdbc.sql("select * from sale.representatives where sale = ?").param(sale.number())
                .query((row, n) -> new Representative(row.getString("holder_name"), row.getString("holder_register_number"),
                        row.getString("poa_no"), row.getObject("valid_until", LocalDate.class))).optional();
    }
}
