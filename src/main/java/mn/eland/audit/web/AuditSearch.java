package mn.eland.audit.web;

import java.time.Instant;
import java.time.LocalDate;
import mn.eland.audit.reading.AuditReader;
import mn.eland.audit.reading.Wanted;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import org.springframework.stereotype.Component;

/** What auditors type in, as what they look for. */
@Component
class AuditSearch {

    private final AuditReader reader;

    AuditSearch(AuditReader reader) {
        this.reader = reader;
    }

    Outcome<Wanted> wanted(Actor auditor, Input input) {
        var number = input.caseNumber() == null ? "" : input.caseNumber().strip();
        if (!number.isEmpty() && !CaseRef.isCaseNumber(number)) {
            return Outcome.refused(Refusal.invalid("AUDIT_CASE_UNKNOWN", "case"));
        }
        var named = input.person() == null ? "" : input.person().strip();
        Outcome<PartyId> party = named.isEmpty() ? Outcome.done(null) : reader.party(auditor, named);
        return party.map(found -> new Wanted(number.isEmpty() ? null : CaseRef.of(number), found, start(input.from()), end(input.to()), input.before()));
    }

    static Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(ElandClock.ULAANBAATAR).toInstant();
    }

    /** Midnight after the day. */
    static Instant end(LocalDate day) {
        return day == null ? null : start(day.plusDays(1));
    }

    /**
     * @param person id, name of the account, or register number
     * @param from   first day
     * @param to     last day
     * @param before position of the last record that was shown
     */
    record Input(String caseNumber, String person, LocalDate from, LocalDate to, Long before) {

        /** What the search form shows again. */
        boolean isEmpty() {
            return (caseNumber == null || caseNumber.isBlank()) && (person == null || person.isBlank()) && from == null && to == null;
        }
    }
}
