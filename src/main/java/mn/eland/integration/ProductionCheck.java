package mn.eland.integration;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** With the profile {@code production} nothing of the sandbox may be left: no simulator, no secret that stands in the README. */
@Component
@Profile("production")
class ProductionCheck {

    private static final String PREFIX = "eland.integration.";
    private static final String OPERATOR = "operator";
    private static final List<String> SYSTEMS = List.of("qpay", "khan", "xyp", "registry", "notary", "sms", "pwned", "dan", "face", "screening", "frc", "tsa", OPERATOR);
    private static final Map<String, String> SANDBOX_SECRETS = new TreeMap<>(Map.ofEntries(Map.entry("qpay.password", "sandbox"),
            Map.entry("khan.password", "sandbox"), Map.entry("khan.tran-password", "sandbox"), Map.entry("xyp.access-token", "sandbox-access-token"),
            Map.entry("xyp.private-key", ""), Map.entry("registry.api-key", "sandbox"), Map.entry("notary.api-key", "sandbox"),
            Map.entry("sms.api-key", "sandbox"), Map.entry("dan.client-secret", "sandbox"), Map.entry("face.api-key", "sandbox"), Map.entry("screening.api-key", "sandbox"),
            Map.entry("frc.api-key", "sandbox"), Map.entry(OPERATOR + ".client-secret", "sandbox"), Map.entry("tsa.certificate", "")));

    ProductionCheck(Environment environment) {
        var faults = faults(environment);
        if (!faults.isEmpty()) {
            throw new SandboxLeft(faults);
        }
    }

    private static List<String> faults(Environment environment) {
        var faults = new ArrayList<String>();
        if (environment.getProperty("eland.simulators.enabled", Boolean.class, true)) {
            faults.add("eland.simulators.enabled is true");
        }
        for (var system : SYSTEMS) {
            var name = PREFIX + system + ".base-url";
            if (isAsked(environment, system) && isThisMachine(environment.getProperty(name))) {
                faults.add(name + " points at a simulator");
            }
        }
        SANDBOX_SECRETS.forEach((name, secret) -> {
            if (isAsked(environment, name.substring(0, name.indexOf('.'))) && environment.getProperty(PREFIX + name, secret).strip().equals(secret)) {
                faults.add(PREFIX + name + " is that of the sandbox");
            }
        });
        if (environment.getProperty("spring.mail.port", "").equals(environment.getProperty("eland.simulators.smtp-port", "8025"))) {
            faults.add("spring.mail.port is that of the mail catcher");
        }
        return faults;
    }

    /** Every system is, operators only where there is one to ask. */
    private static boolean isAsked(Environment environment, String system) {
        return !system.equals(OPERATOR) || !environment.getProperty(PREFIX + OPERATOR + ".base-url", "").isBlank();
    }

    private static boolean isThisMachine(String address) {
        if (address == null || address.isBlank()) {
            return true;
        }
        var host = URI.create(address).getHost();
        return host == null || host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]") || host.equals("0.0.0.0");
    }

    /** What is left of the sandbox. */
    static final class SandboxLeft extends IllegalStateException {
        SandboxLeft(List<String> faults) {
            super("ELAND does not start with the profile production while " + String.join(", ", faults) + ".");
        }
    }

    /** Says it in one sentence instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<SandboxLeft> {
        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, SandboxLeft cause) {
            return new FailureAnalysis(cause.getMessage(), "Set these properties to those of the real systems.", cause);
        }
    }
}
