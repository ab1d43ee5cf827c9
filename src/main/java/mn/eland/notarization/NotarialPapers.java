package mn.eland.notarization;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mn.eland.contract.Contracts;
import mn.eland.contract.Contracts.DocumentView;
import mn.eland.contract.Contracts.PartyFacts;
import mn.eland.contract.DocumentKind;
import mn.eland.contract.VoidReason;
import mn.eland.contract.spi.Signatures;
import mn.eland.identity.Parties;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.notarization.file.RequiredDocument;
import mn.eland.notarization.office.Notary;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the notary's two papers: the certificate and the refusal. */
@Component
class NotarialPapers {

    private static final java.util.Locale MONGOLIAN = java.util.Locale.forLanguageTag("mn");
    private final Contracts contracts;
    private final Signatures signing;
    private final Parties parties;
    private final MessageSource messages;

    NotarialPapers(Contracts contracts, Signatures signing, Parties parties, MessageSource messages) {
        this.contracts = contracts;
        this.signing = signing;
        this.parties = parties;
        this.messages = messages;
    }

    DocumentView contract(Act act) {
        return contracts.document(act.request().document()).orElseThrow();
    }

    /** Written and signed by the notary, who signs the contract too. @throws mn.eland.contract.spi.TimeStamps.Unavailable */
    UUID certificate(Act act, List<RequiredDocument> seen, Notary notary) {
        var facts = facts(act, notary);
        var checks = act.checks();
        facts.put("notaryNumber", act.number());
        facts.put("certifiedAt", act.decidedAt());
        facts.put("price", act.request().value());
        facts.put("notaryFee", act.fee());
        facts.put("documentsSeen", String.join("\n", seen.stream().map(RequiredDocument::code).distinct().map(code -> word("notarization.document.", code)).toList()));
        facts.put("contractHash", contract(act).sha256());
        facts.put("originals", checks.originals());
        facts.put("identifiedBy", word("notarization.identified.", checks.identifiedBy()));
        facts.put("interpreter", checks.otherLanguage() == null ? checks.interpreter() : checks.interpreter() + " (" + checks.otherLanguage() + ")");
        var paper = contracts.draft(DocumentKind.NOTARY_CERTIFICATE, act.caseRef(), facts, List.of()).get().id();
        signing.certify(act.request().document(), notary.party(), act.number());
        signing.certify(paper, notary.party(), act.number());
        return paper;
    }

    UUID refusal(Act act, Notary notary) {
        var facts = facts(act, notary);
        facts.put("refusalCode", act.refusalCode() + " · " + word("notarization.refusal.", act.refusalCode()));
        if (act.refusalArticle() != null) {
            facts.put("refusalArticle", word("notarization.article.", act.refusalArticle()));
        }
        facts.put("refusalGrounds", act.refusalGrounds());
        facts.put("refusedAt", act.decidedAt());
        return contracts.draft(DocumentKind.NOTARY_REFUSAL, act.caseRef(), facts, List.of()).get().id();
    }

    void withdraw(Act act) {
        if (act.paper() != null) {
            contracts.withdraw(act.paper(), VoidReason.ENTRY_VOID);
        }
    }

    private Map<String, Object> facts(Act act, Notary notary) {
        var facts = new HashMap<String, Object>();
        facts.put("seller", named(act.request().seller(), act.caseRef()));
        facts.put("buyer", named(act.request().buyer(), act.caseRef()));
        facts.put("notaryName", parties.party(notary.party()).fullName());
        facts.put("notaryNo", notary.paddedNumber());
        facts.put("licenceNo", notary.licenceNo());
        facts.put("district", word("district.", act.request().district()));
        facts.put("registryNo", act.request().registryNo());
        facts.put("contractNo", contract(act).number());
        return facts;
    }

    private PartyFacts named(PartyId id, CaseRef caseRef) {
        var party = parties.party(id);
        return new PartyFacts(party.fullName(), parties.registerNumber(id, caseRef), party.address(), party.phone(), party.iban());
    }

    private String word(String prefix, String code) {
        return messages.getMessage(prefix + code, null, code, MONGOLIAN);
    }
}
