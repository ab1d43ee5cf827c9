package mn.eland.notarization;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is a notary, under which number, and for which districts. */
@Repository
class Notaries {

    private final JdbcClient sql;

    Notaries(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Notary> notary(PartyId party) {
        return sql.sql("select notary_no, licence_no, districts from notarization.notaries where party = ?").param(party.value())
                .query((row, n) -> new Notary(party, row.getInt(1), row.getString(2), List.of(row.getString(3).split(",")))).optional();
    }

    /** Keeps what is there already. */
    void appoint(PartyId party, int number, String licenceNo, List<String> districts) {
        sql.sql("insert into notarization.notaries values (?, ?, ?, ?) on conflict do nothing")
                .params(party.value(), number, licenceNo, String.join(",", districts)).update();
    }

    /** @param districts codes of the districts in which the notary may certify transfers of property */
    record Notary(PartyId party, int number, String licenceNo, List<String> districts) {

        boolean mayActIn(String district) {
            return districts.contains(district);
        }

        String paddedNumber() {
            return String.format("%04d", number);
        }
    }
}
