package mn.eland.contract.brought;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mn.eland.contract.Contracts;
import mn.eland.kernel.PartyId;
import mn.eland.store.person.PersonalData;
import mn.eland.workflow.Workflow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents that name a person as a signer, and the papers the person brought. */
@Component
class PersonalPapers implements PersonalData {

    private final JdbcClient jdbc;
    private final Workflow workflow;
    private final ObjectProvider<Contracts> contracts;

    PersonalPapers(JdbcClient jdbc, Workflow workflow, ObjectProvider<Contracts> contracts) {
        this.jdbc = jdbc;
        this.workflow = workflow;
        this.contracts = contracts;
    }

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public Map<String, Object> about(PartyId person) {
        return Map.of("documents", rows("""
                select d.case_ref, d.kind, d.version, d.state, d.sha256, d.drafted_at, a.accepted_at from contract.documents d
                join contract.signers s on s.document = d.id left join contract.acceptances a on a.document = d.id and a.party = s.party
                where s.party = ? order by d.drafted_at""", person),
                "papers", rows("select case_ref, title, type, sha256, brought_at from contract.brought_papers where by_party = ? order by brought_at", person));
    }

    /** What is valid or was accepted. */
    @Override
    public List<PersonalFile> files(PartyId person) {
        return jdbc.sql("""
                select d.id, d.case_ref, d.kind, d.version from contract.documents d join contract.signers s on s.document = d.id
                where s.party = :person and (d.state = 'VALID' or exists (select from contract.acceptances a where a.document = d.id))
                order by d.drafted_at""").param("person", person.value())
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return new PersonalFile(row.getString("case_ref") + "/" + row.getString("kind") + "-" + row.getInt("version") + ".pdf",
                            () -> contracts.getObject().pdf(id));
                }).list();
    }

    /** Signed contracts are evidence as long as somebody can sue upon them (CC 75). */
    @Override
    public List<Duty> duties(PartyId person) {
        var kept = Period.parse(workflow.parameter("retention.contracts"));
        return jdbc.sql("""
                select d.case_ref, max(a.accepted_at at time zone 'Asia/Ulaanbaatar')::date as signed from contract.acceptances a
                join contract.documents d on d.id = a.document where a.party = ? group by d.case_ref""").param(person.value())
                .query((row, n) -> new Duty("CONTRACT", row.getString("case_ref"), row.getObject("signed", LocalDate.class).plus(kept))).list();
    }

    /** Device and address of an acceptance stand under the person's key and go with it; the document is the other side's too. */
    @Override
    public void erase(PartyId person, boolean whole) {
        if (whole) {
            jdbc.sql("delete from contract.codes where party = ?").param(person.value()).update();
        }
    }

    private List<Map<String, Object>> rows(String sql, PartyId person) {
        return PersonalData.plain(jdbc.sql(sql).param(person.value()).query().listOfRows());
    }
}
