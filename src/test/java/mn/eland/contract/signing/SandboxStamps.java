package mn.eland.contract.signing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import mn.eland.contract.spi.TimeStamps;
import mn.eland.integration.tsa.simulator.StampAuthority;
import mn.eland.kernel.ElandClock;

/** The authority of the sandbox without its server. */
public class SandboxStamps implements TimeStamps {

    final StampAuthority authority = StampAuthority.fresh();
    final List<BigInteger> revoked = new ArrayList<>();
    final List<byte[]> more = new ArrayList<>();
    /** Answers nothing. */
    public volatile boolean down;
    private final ElandClock clock;

    SandboxStamps(ElandClock clock) {
        this.clock = clock;
    }

    @Override
    public byte[] stamp(byte[] request) {
        if (down) {
            throw new Unavailable("nobody answers", null);
        }
        return authority.answer(request, clock.instant());
    }

    @Override
    public List<byte[]> roots() {
        try {
            return List.of(authority.root().getEncoded());
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<byte[]> revocationLists() {
        var lists = new ArrayList<>(more);
        lists.add(authority.revocationList(clock.instant(), revoked));
        return lists;
    }
}
