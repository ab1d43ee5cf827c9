package mn.eland.sale.consent;

import java.sql.Timestamp;
import java.util.Optional;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PropertyId;
import mn.eland.property.ListingView;
import mn.eland.property.PropertyRegister;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the statements of agents about listings. */
@Component
public class Statements {

    private final PropertyRegister register;
    private final JdbcClient jdbc;
    private final ElandClock clock;

    Statements(PropertyRegister register, JdbcClient jdbc, ElandClock clock) {
        this.register = register;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void keep(Actor agent, CaseRef listing, Statement statement) {
        jdbc.sql("""
                insert into sale.statements (listing, share, tenant_priority, tenant_no, ordinary_asset, by_party, at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (listing) do update set share = excluded.share,
                    tenant_priority = excluded.tenant_priority, tenant_no = excluded.tenant_no,
                    ordinary_asset = excluded.ordinary_asset, by_party = excluded.by_party, at = excluded.at""")
                .params(listing.number(), statement.share(), statement.tenantPriority(), statement.tenantNo(),
                        statement.ordinaryAsset(), agent.party().value(), Timestamp.from(clock.instant())).update();
    }

    /** About the listing under which the property is on the market now. */
    public Statement about(PropertyId property) {
        return listing(property).flatMap(number -> jdbc.sql("select * from sale.statements where listing = ?").param(number.number())
                .query((row, n) -> new Statement(row.getString("share"), row.getBoolean("tenant_priority"), row.getString("tenant_no"),
                        row.getBoolean("ordinary_asset"))).optional()).orElse(Statement.NONE);
    }

    Optional<CaseRef> listing(PropertyId property) {
        return register.openListing(property).map(ListingView::number);
    }
}
