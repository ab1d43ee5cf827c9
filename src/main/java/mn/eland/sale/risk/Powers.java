package mn.eland.sale.risk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mn.eland.identity.Parties;
import mn.eland.identity.Parties.Basis;
import mn.eland.identity.Parties.Representation;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.sale.deal.Deal;
import mn.eland.sale.deal.Representative;
import mn.eland.sale.deal.Representatives;
import mn.eland.sale.risk.finding.Findings.Other;
import mn.eland.sale.risk.finding.Findings.Power;
import org.springframework.stereotype.Component;

/**
 * Who acts in a sale by power of attorney, for the buyer as the offer says or for the seller as the mandate does, and how
 * often the same person did so for anybody. An office by law, a director's or a guardian's, is no sign.
 */
@Component
class Powers {

    private final Representatives representatives;
    private final Parties parties;
    private final SaleRecords records;

    Powers(Representatives representatives, Parties parties, SaleRecords records) {
        this.representatives = representatives;
        this.parties = parties;
        this.records = records;
    }

    List<Power> of(Deal deal, Instant since) {
        var ofSeller = parties.actedFor(records.listing(deal.sale()), deal.seller()).filter(paper -> paper.basis() == Basis.POA)
                .map(paper -> power(true, holder(paper, deal.sale()), Optional.of(paper.holder()), deal.sale(), since));
        var ofBuyer = representatives.of(deal.sale())
                .map(holder -> power(false, holder, parties.registered(holder.registerNumber()), deal.sale(), since));
        return Stream.of(ofSeller, ofBuyer).flatMap(Optional::stream).toList();
    }

    private Representative holder(Representation paper, CaseRef sale) {
        return representatives.named(parties.party(paper.holder()).shortName(), parties.registerNumber(paper.holder(), sale), paper.paperNo(),
                paper.validUntil());
    }

    private Power power(boolean ofSeller, Representative holder, Optional<PartyId> known, CaseRef sale, Instant since) {
        var acts = new LinkedHashMap<String, Other>();
        records.boughtThrough(holder.key(), since).forEach(act -> acts.put(act.number(), act));
        records.soldThrough(known.map(parties::casesByPower12m).orElse(Map.of()), sale).forEach(act -> acts.put(act.number(), act));
        return new Power(ofSeller, holder, List.copyOf(acts.values()));
    }
}
