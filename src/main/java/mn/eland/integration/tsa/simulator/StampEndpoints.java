package mn.eland.integration.tsa.simulator;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mn.eland.integration.stage.Refused;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import mn.eland.integration.stage.Twist;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Stamps what is asked for. It lies in three ways: {@code nonce} answers another question, {@code digest} stamps something else,
 * {@code stranger} stamps with the key of one whom nobody knows; anything else stamps the day before.
 */
@SimulatedEndpoint
@RequestMapping("/tsa")
public class StampEndpoints {

    private final Stage stage;
    private final StampKeys keys;
    private final JdbcClient jdbc;

    public StampEndpoints(Stage stage, StampKeys keys, JdbcClient jdbc) {
        this.stage = stage;
        this.keys = keys;
        this.jdbc = jdbc;
    }

    @PostMapping(consumes = "application/timestamp-query")
    ResponseEntity<?> stamp(@RequestBody byte[] body) {
        return stage.play("tsa", "stamp", StampEndpoints::broken, twist -> {
            try {
                return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/timestamp-reply")).body(answer(new TimeStampRequest(body), twist));
            } catch (IOException e) {
                throw new Refused(400, Map.of("error", "NOT_A_REQUEST"));
            }
        });
    }

    private byte[] answer(TimeStampRequest request, Twist twist) {
        var authority = keys.authority();
        var now = stage.clock().instant();
        var lie = twist.lie().orElse(null);
        if (lie == null) {
            return authority.answer(request, now);
        }
        return switch (lie) {
            case "nonce" -> authority.answer(asked(request.getMessageImprintAlgOID(), request.getMessageImprintDigest(), request.getNonce().add(BigInteger.ONE)), now);
            case "digest" -> authority.answer(asked(request.getMessageImprintAlgOID(), new byte[request.getMessageImprintDigest().length], request.getNonce()), now);
            case "stranger" -> StampAuthority.fresh().answer(request, now);
            default -> authority.answer(request, now.minus(Duration.ofDays(1)));
        };
    }

    private static TimeStampRequest asked(ASN1ObjectIdentifier algorithm, byte[] digest, BigInteger nonce) {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator.generate(algorithm, digest, nonce);
    }

    @GetMapping("/certificate")
    ResponseEntity<?> certificate() {
        return stage.play("tsa", "certificate", StampEndpoints::broken, twist -> {
            try {
                return bytes("application/pkix-cert", keys.authority().root().getEncoded());
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @GetMapping("/revocations")
    ResponseEntity<?> revocations() {
        return stage.play("tsa", "revocations", StampEndpoints::broken, twist -> bytes("application/pkix-crl",
                keys.authority().revocationList(stage.clock().instant(), revoked() ? List.of(keys.authority().unit().getSerialNumber()) : List.of())));
    }

    private boolean revoked() {
        return jdbc.sql("select unit_revoked from simulators.time_stamp_keys").query(Boolean.class).optional().orElse(false);
    }

    /** The root takes the certificate of the unit back. */
    @PostMapping("/control/revocation")
    void revoke() {
        revoked(true);
    }

    @DeleteMapping("/control/revocation")
    void believeAgain() {
        revoked(false);
    }

    private void revoked(boolean revoked) {
        keys.authority();
        jdbc.sql("update simulators.time_stamp_keys set unit_revoked = ?").param(revoked).update();
    }

    private static ResponseEntity<?> bytes(String type, byte[] content) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(type)).body(content);
    }

    private static ResponseEntity<?> broken(Integer status) {
        return ResponseEntity.status(status).build();
    }
}
