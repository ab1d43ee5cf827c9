package mn.eland.integration.xyp;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mn.eland.integration.http.HttpCalls;
import mn.eland.integration.http.Json;
import mn.eland.property.spi.RegistryUnavailable;
import mn.eland.property.spi.SandboxTitles;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Loads the sandbox's titles into the simulated register; not there when no simulators run. */
@Component
@ConditionalOnProperty(name = "eland.simulators.enabled", matchIfMissing = true)
class XypSandboxTitles implements SandboxTitles {

    private static final int PER_CALL = 200;

    private final XypProperties properties;
    private final HttpCalls http;

    XypSandboxTitles(XypProperties properties) {
        this.properties = properties;
        this.http = new HttpCalls(properties.timeout().multipliedBy(3));
    }

    @Override
    public void load(List<SandboxTitle> titles) {
        for (int from = 0; from < titles.size(); from += PER_CALL) {
            send(titles.subList(from, Math.min(titles.size(), from + PER_CALL)).stream().map(XypSandboxTitles::order).toList());
        }
    }

    private void send(List<Map<String, Object>> orders) {
        try {
            var reply = http.call("POST", URI.create(properties.baseUrl() + "/control/titles"), Map.of("Content-Type", "application/json"),
                    Json.write(orders));
            if (!reply.isOk()) {
                throw new RegistryUnavailable("the sandbox's register did not take the titles: " + reply.status(), null);
            }
        } catch (HttpCalls.NoAnswer e) {
            throw new RegistryUnavailable("the sandbox's register did not answer", e);
        }
    }

    private static Map<String, Object> order(SandboxTitle title) {
        var order = new LinkedHashMap<String, Object>();
        order.put("registryNo", title.registryNo());
        order.put("certificateNo", title.certificateNo());
        order.put("parcelNo", title.parcelNo());
        order.put("parcelAreaM2", title.parcelAreaM2());
        order.put("usage", title.usage());
        order.put("areaM2", title.areaM2());
        order.put("valueMnt", title.valueTugrug());
        order.put("district", title.district());
        order.put("khoroo", title.khoroo());
        order.put("fullAddress", title.fullAddress());
        order.put("registeredOn", title.registeredOn() == null ? null : title.registeredOn().toString());
        var owner = title.owner();
        order.put("owners", List.of(Map.of("registerNumber", owner.registerNumber(), "clanName", owner.clanName(), "parentName",
                owner.parentName(), "givenName", owner.givenName())));
        return order;
    }
}
