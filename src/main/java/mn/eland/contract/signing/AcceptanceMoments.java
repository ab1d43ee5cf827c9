package mn.eland.contract.signing;

import java.util.Map;
import java.util.UUID;
import mn.eland.contract.spi.Circumstances;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was so when a document was accepted, kept for the evidence that its signature carries. */
@Repository
public class AcceptanceMoments {

    private static final int LONGEST_DEVICE = 110;
    /** A header may hold anything; the letters that are drawn are Latin and Cyrillic. */
    private static final String NOT_DRAWN = "[^ -~\\u0400-\\u04FF]+";
    private static final Map<String, String> IDENTITY = Map.of("NONE", "нотлоогүй / not proven", "OPEN", "шалгаж байгаа / being checked",
            "VERIFIED", "баталгаажсан / verified", "DUE", "баталгаажсан / verified", "EXPIRED", "хугацаа дууссан / expired", "DECLINED", "баталгаажаагүй / not verified");

    private final JdbcClient sql;
    private final ObjectProvider<Circumstances> modules;

    AcceptanceMoments(JdbcClient sql, ObjectProvider<Circumstances> modules) {
        this.sql = sql;
        this.modules = modules;
    }

    public void keep(UUID document, CaseRef caseRef, Actor signer) {
        modules.stream().flatMap(module -> module.at(caseRef, signer).stream()).findFirst().ifPresent(moment ->
                sql.sql("insert into contract.moments (document, party, identity, model, rules, held) values (?, ?, ?, ?, ?, ?)")
                        .params(document, signer.party().value(), moment.identity(), moment.model(), String.join(", ", moment.rules()), moment.held().tugrug())
                        .update());
    }

    /** The lines of evidence below the name in the box of the signature. @param from the device, or null */
    public String evidence(UUID document, PartyId signer, String from) {
        var device = from == null ? "–" : from.replaceAll(NOT_DRAWN, "?");
        return "Төхөөрөмж / device: " + device.substring(0, Math.min(LONGEST_DEVICE, device.length()))
                + sql.sql("select identity, model, rules, held from contract.moments where document = ? and party = ?")
                .params(document, signer.value())
                .query((rows, n) -> "\nБиеийн байцаалт / identity: " + IDENTITY.get(rows.getString(1)) + " · барьцаанд / in escrow: "
                        + Money.of(rows.getLong(4)).toString().replace('\u202f', ' ') + "\nЗагвар / model: " + rows.getString(2)
                        + (rows.getString(3).isEmpty() ? "" : " · дүрэм / rules: " + rows.getString(3))).optional().orElse("");
    }
}
