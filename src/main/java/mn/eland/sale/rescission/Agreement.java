package mn.eland.sale.rescission;

import java.util.HashMap;
import java.util.List;
import mn.eland.contract.Contracts;
import mn.eland.contract.Contracts.DocumentView;
import mn.eland.contract.Contracts.PartyFacts;
import mn.eland.contract.DocumentKind;
import mn.eland.identity.Parties;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.sale.Sales.SaleView;
import org.springframework.stereotype.Component;

/** Writes the agreement on a rescission, which the party that was asked accepts. */
@Component
class Agreement {

    private static final long WHOLE = 100;

    private final Contracts contracts;
    private final Parties parties;

    Agreement(Contracts contracts, Parties parties) {
        this.contracts = contracts;
        this.parties = parties;
    }

    Rescission write(SaleView sale, Rescission proposal) {
        var property = sale.property().property();
        var facts = new HashMap<String, Object>();
        facts.put("seller", party(sale.seller(), proposal.sale()));
        facts.put("buyer", party(sale.buyer(), proposal.sale()));
        facts.put("registryNo", property.registryNo());
        facts.put("address", property.address());
        facts.put("contractNo", contracts.document(proposal.sale(), DocumentKind.SALE_CONTRACT).filter(DocumentView::isAcceptedByAll)
                .or(() -> contracts.document(proposal.sale(), DocumentKind.PRELIMINARY_CONTRACT)).map(DocumentView::number).orElse(proposal.sale().number()));
        facts.put("proposedBy", proposal.proposerName());
        facts.put("deposit", sale.deposit());
        facts.put("sellerPct", (long) proposal.sellerPct());
        facts.put("buyerPct", WHOLE - proposal.sellerPct());
        facts.put("reason", proposal.reason());
        facts.put("answerBy", proposal.until());
        var document = contracts.draft(DocumentKind.RESCISSION_AGREEMENT, proposal.sale(), facts, List.of(proposal.other())).get();
        return new Rescission(proposal.sale(), proposal.number(), proposal.proposer(), proposal.proposerName(), proposal.other(),
                proposal.sellerPct(), proposal.reason(), document.id(), proposal.proposedAt(), proposal.until(), null);
    }

    private PartyFacts party(PartyId id, CaseRef purpose) {
        var view = parties.party(id);
        return new PartyFacts(view.fullName(), parties.registerNumber(id, purpose), view.address(), view.phone(), view.iban());
    }
}
