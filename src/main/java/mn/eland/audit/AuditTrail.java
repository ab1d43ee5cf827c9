package mn.eland.audit;

import mn.eland.audit.writing.Lines;
import mn.eland.audit.writing.PersonKeys;
import mn.eland.audit.writing.Recorder;
import mn.eland.kernel.PartyId;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Service;

/** What was done. Requests and events come in by themselves; whoever does something else that must be provable tells it here. */
@Service
public class AuditTrail {

    private final Lines lines;
    private final Recorder recorder;
    private final PersonKeys keys;

    AuditTrail(Lines lines, Recorder recorder, PersonKeys keys, AuditProperties properties, Environment environment) {
        if (properties.isOfTheSandbox() && environment.acceptsProfiles(Profiles.of("production"))) {
            throw new IllegalStateException("Profile production does not start with the audit keys of the sandbox:"
                    + " set eland.audit.signing-key and eland.audit.wrapping-key.");
        }
        this.lines = lines;
        this.recorder = recorder;
        this.keys = keys;
    }

    /** Records the deed with the current transaction: both stand or neither. Without a transaction it is recorded at once. */
    public void record(Deed deed) {
        recorder.add(lines.of(deed));
    }

    /**
     * Erases a person from the trail: names, addresses and devices of all the person's records can never be read again, also not
     * in copies of the database made later. Records, hashes and proofs stay as they are. Whether the law allows it yet is for the
     * caller to know.
     */
    public void forget(PartyId person) {
        keys.forget(person);
    }
}
