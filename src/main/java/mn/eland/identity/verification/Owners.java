package mn.eland.identity.verification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import mn.eland.identity.spi.CitizenRegistry;
import mn.eland.identity.spi.CitizenRegistry.Shareholder;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.workflow.Workflow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The people behind a company (AML 5): through companies that hold shares, as far as the register of legal entities leads. They are
 * known when whoever could not be found holds less than what makes an owner.
 */
@Component
class Owners {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int SHARE_SCALE = 3;

    private final CitizenRegistry registry;
    private final PartyFacts parties;
    private final Workflow workflow;
    private final JdbcClient jdbc;

    Owners(CitizenRegistry registry, PartyFacts parties, Workflow workflow, JdbcClient jdbc) {
        this.registry = registry;
        this.parties = parties;
        this.workflow = workflow;
        this.jdbc = jdbc;
    }

    /** A person who holds a part of the company in the end. */
    record Holder(String name, String country, BigDecimal sharePct) {
    }

    /** Asks the register, keeps whom it knows and says whether they are enough. */
    boolean read(PartyId company, CaseRef number) {
        var holders = new ArrayList<Holder>();
        follow(parties.registerNumber(company, number), WHOLE, Integer.parseInt(workflow.parameter("identity.owner.levels")), holders);
        keep(company, holders);
        var found = holders.stream().map(Holder::sharePct).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean known = WHOLE.subtract(found).compareTo(new BigDecimal(workflow.parameter("identity.owner.pct"))) < 0;
        jdbc.sql("update identity.parties set beneficial_owner_known = ? where id = ?").params(known, company.value()).update();
        return known;
    }

    private void follow(String registerNumber, BigDecimal share, int levels, List<Holder> holders) {
        var company = registry.company(registerNumber).filter(found -> !found.liquidated());
        for (Shareholder owner : company.map(CitizenRegistry.Company::owners).orElse(List.of())) {
            var part = share.multiply(owner.sharePct()).divide(WHOLE, SHARE_SCALE, RoundingMode.HALF_UP);
            if (owner.person()) {
                holders.add(new Holder(owner.parentName() == null ? owner.name() : owner.parentName() + " " + owner.name(), owner.country(), part));
            } else if (owner.registerNumber() != null && levels > 1) {
                follow(owner.registerNumber(), part, levels - 1, holders);
            }
        }
    }

    private void keep(PartyId company, List<Holder> holders) {
        jdbc.sql("delete from identity.company_owners where company = ?").param(company.value()).update();
        for (int i = 0; i < holders.size(); i++) {
            var holder = holders.get(i);
            jdbc.sql("insert into identity.company_owners (company, position, name, country, share_pct) values (?, ?, ?, ?, ?)")
                    .params(company.value(), i + 1, holder.name(), holder.country(), holder.sharePct()).update();
        }
    }

    List<Holder> of(PartyId company) {
        return jdbc.sql("select * from identity.company_owners where company = ? order by position").param(company.value())
                .query((row, n) -> new Holder(row.getString("name"), row.getString("country"), row.getBigDecimal("share_pct"))).list();
    }
}
