package mn.eland.sale.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.sale.handover.Warranty.Defects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the terms as they were agreed when the sale was completed. */
@Repository
class WarrantyStore {

    private final JdbcClient jdbc;

    WarrantyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the sale has one already */
    boolean open(Warranty warranty) {
        return jdbc.sql("""
                insert into sale.warranties (number, sale, since, visible, hidden, building) values (?, ?, ?, ?, ?, ?)
                on conflict (sale) do nothing""")
                .params(warranty.number().number(), warranty.sale().number(), warranty.since(), warranty.terms().get(Defects.VISIBLE),
                        warranty.terms().get(Defects.HIDDEN), warranty.terms().get(Defects.BUILDING)).update() == 1;
    }

    Optional<Warranty> find(CaseRef number) {
        return jdbc.sql("select * from sale.warranties where number = ?").param(number.number()).query(WarrantyStore::warranty).optional();
    }

    private static Warranty warranty(ResultSet row, int number) throws SQLException {
        return new Warranty(CaseRef.of(row.getString("number")), CaseRef.of(row.getString("sale")), row.getObject("since", LocalDate.class),
                Map.of(Defects.VISIBLE, row.getString("visible"), Defects.HIDDEN, row.getString("hidden"), Defects.BUILDING, row.getString("building")));
    }
}
