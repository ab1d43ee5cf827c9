package mn.eland.sale.deal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mn.eland.identity.Parties;
import mn.eland.identity.Parties.Basis;
import mn.eland.identity.Parties.Representation;
import mn.eland.kernel.CaseRef;
import mn.eland.store.vault.SealedColumn;
import mn.eland.store.vault.SealedColumns;
import mn.eland.store.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who acts for the buyer of a sale by power of attorney, when the buyer does not act in person. */
@Component
public class Representatives implements SealedColumns {

    static final SealedColumn HOLDERS = new SealedColumn("sale.representatives", "holder_register_number", "sale");

    private final JdbcClient jdbc;
    private final Parties parties;
    private final Vault vault;

    Representatives(JdbcClient jdbc, Parties parties, Vault vault) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.vault = vault;
    }

    /** Remembers on which paper somebody offers for the buyer; a power of attorney counts among the signs of fraud. */
    public void acted(CaseRef sale, Representation paper) {
        parties.acted(paper, sale);
        if (paper.basis() == Basis.POA) {
            keep(sale, named(parties.party(paper.holder()).fullName(), parties.registerNumber(paper.holder(), sale), paper.paperNo(),
                    paper.validUntil()));
        }
    }

    /** Somebody who acts by a paper, with the key by which he is known again. */
    public Representative named(String name, String registerNumber, String paperNo, LocalDate validUntil) {
        return new Representative(name, registerNumber, vault.index(Vault.Kind.REGISTER_NUMBER, registerNumber), paperNo, validUntil);
    }

    private void keep(CaseRef sale, Representative holder) {
        jdbc.sql("""
                insert into sale.representatives (sale, holder_name, holder_register_number, holder_key, poa_no, valid_until)
                values (?, ?, ?, ?, ?, ?) on conflict (sale) do nothing""")
                .params(sale.number(), holder.name(), vault.seal(holder.registerNumber(), HOLDERS.place(sale.number())), holder.key(), holder.poaNo(), holder.validUntil()).update();
    }

    public Optional<Representative> of(CaseRef sale) {
        return jdbc.sql("select * from sale.representatives where sale = ?").param(sale.number())
                .query((row, n) -> named(row.getString("holder_name"), vault.open(row.getString("holder_register_number"), HOLDERS.place(sale.number())),
                        row.getString("poa_no"), row.getObject("valid_until", LocalDate.class))).optional();
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(HOLDERS);
    }
}
