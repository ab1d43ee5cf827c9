package mn.eland.contract.brought;

import static mn.eland.kernel.Outcome.refused;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.contract.Contracts;
import mn.eland.contract.spi.DocumentAccess;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what people bring to a case. Nothing that was brought goes away again; whom the case lets read its documents reads it. */
@Component
@Transactional
public class BroughtPapers {

    private static final int LONGEST_TITLE = 120;
    /** Far more than notaries and registrars ask for. */
    private static final int MOST = 20;

    private final Contracts contracts;
    private final ObjectProvider<DocumentAccess> access;
    private final JdbcClient jdbc;
    private final ElandClock clock;

    BroughtPapers(Contracts contracts, ObjectProvider<DocumentAccess> access, JdbcClient jdbc, ElandClock clock) {
        this.contracts = contracts;
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param type media type that the file's own bytes say: PDF, JPEG or PNG; @param content the file */
    public record NewPaper(String title, String type, byte[] content) {
    }

    /** A paper with what it shows. */
    public record Opened(BroughtPaper paper, InputStream content) {
    }

    /**
     * Keeps a paper; the caller has decided that this person may bring one and holds the case. Refused with {@code PAPER_TITLE} without a
     * title or with one of more than 120 characters, {@code PAPERS_TOO_MANY} (argument {@code most}) when the case has enough of them.
     * The same file brought again is the paper that is there.
     */
    public Outcome<BroughtPaper> bring(Actor by, CaseRef caseRef, NewPaper paper) {
        if (paper.title() == null || paper.title().isBlank() || paper.title().strip().length() > LONGEST_TITLE) {
            return refused(Refusal.invalid("PAPER_TITLE", "title").with("most", LONGEST_TITLE));
        }
        var there = of(caseRef);
        var sha256 = contracts.keep(paper.content());
        var same = there.stream().filter(one -> one.sha256().equals(sha256)).findFirst();
        if (same.isPresent()) {
            return Outcome.done(same.get());
        }
        if (there.size() >= MOST) {
            return refused(Refusal.conflict("PAPERS_TOO_MANY").with("most", MOST));
        }
        var brought = new BroughtPaper(UUID.randomUUID(), caseRef, paper.title().strip(), paper.type(), sha256, by.party(), by.name(), clock.instant());
        jdbc.sql("""
                insert into contract.brought_papers (id, case_ref, title, type, sha256, by_party, by_name, brought_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(brought.id(), caseRef.number(), brought.title(), brought.type(), sha256, by.party().value(), by.name(),
                        Timestamp.from(brought.at())).update();
        return Outcome.done(brought);
    }

    /** Oldest first. The caller has decided who may see the case. */
    @Transactional(readOnly = true)
    public List<BroughtPaper> of(CaseRef caseRef) {
        return jdbc.sql("select * from contract.brought_papers where case_ref = ? order by brought_at, id").param(caseRef.number())
                .query(BroughtPapers::paper).list();
    }

    /** The papers of the case for a reader; none for whom the case does not exist. */
    @Transactional(readOnly = true)
    public List<BroughtPaper> of(CaseRef caseRef, Actor reader) {
        return mayRead(reader, caseRef) ? of(caseRef) : List.of();
    }

    /** The file for a reader. For others it does not exist: {@code PAPER_NOT_FOUND}. */
    @Transactional(readOnly = true)
    public Outcome<Opened> open(UUID id, Actor reader) {
        return find(id).filter(paper -> mayRead(reader, paper.caseRef())).map(paper -> Outcome.done(new Opened(paper, contracts.file(paper.sha256()))))
                .orElseGet(() -> refused(Refusal.notFound("PAPER_NOT_FOUND")));
    }

    private Optional<BroughtPaper> find(UUID id) {
        return jdbc.sql("select * from contract.brought_papers where id = ?").param(id).query(BroughtPapers::paper).optional();
    }

    private boolean mayRead(Actor reader, CaseRef caseRef) {
        return access.stream().anyMatch(module -> module.mayRead(reader, caseRef));
    }

    private static BroughtPaper paper(ResultSet row, int number) throws SQLException {
        return new BroughtPaper(row.getObject("id", UUID.class), CaseRef.of(row.getString("case_ref")), row.getString("title"), row.getString("type"),
                row.getString("sha256"), new PartyId(row.getObject("by_party", UUID.class)), row.getString("by_name"),
                row.getTimestamp("brought_at").toInstant());
    }
}
