package mn.eland.integration.tsa.simulator;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the keys of the simulated root and unit, so that a time stamped before a restart holds after it. */
public class StampKeys {

    private final JdbcClient jdbc;
    private StampAuthority authority;

    public StampKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    synchronized StampAuthority authority() {
        if (authority == null) {
            var fresh = jdbc.sql("select 1 from simulators.time_stamp_keys").query().listOfRows().isEmpty() ? StampAuthority.fresh() : null;
            if (fresh != null) {
                keep(fresh);
            }
            authority = jdbc.sql("select root_key, root, unit_key, unit from simulators.time_stamp_keys")
                    .query((row, n) -> read(row.getBytes(1), row.getBytes(2), row.getBytes(3), row.getBytes(4))).single();
        }
        return authority;
    }

    private void keep(StampAuthority fresh) {
        try {
            jdbc.sql("insert into simulators.time_stamp_keys (root_key, root, unit_key, unit) values (?, ?, ?, ?) on conflict do nothing")
                    .params(fresh.rootKey().getEncoded(), fresh.root().getEncoded(), fresh.unitKey().getEncoded(), fresh.unit().getEncoded()).update();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StampAuthority read(byte[] rootKey, byte[] root, byte[] unitKey, byte[] unit) {
        try {
            var keys = KeyFactory.getInstance("EC");
            return new StampAuthority(keys.generatePrivate(new PKCS8EncodedKeySpec(rootKey)), certificate(root),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(unitKey)), certificate(unit));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(byte[] encoded) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }
}
