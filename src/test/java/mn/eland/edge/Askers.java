package mn.eland.edge;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mn.eland.edge.limits.Allowance;
import mn.eland.kernel.Actor;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

/** People who ask for pages and calls, each of them signed in once. */
final class Askers {

    static final String VISITOR = "visitor";
    /** A notary who has no account in the sandbox. */
    static final String OTHER_NOTARY = "othernotary";

    private static final Actor SECOND = new Actor(new PartyId(new UUID(0, 9105)), "Ц. Сэлэнгэ", Set.of(Role.NOTARY));

    private final WebApplicationContext context;
    private final MockMvc mvc;
    private final String pages;
    private final Map<String, RequestPostProcessor> signedIn = new HashMap<>();

    Askers(WebApplicationContext context) {
        this.context = context;
        this.mvc = SignIn.mvc(context);
        this.pages = context.getEnvironment().getRequiredProperty("eland.base-url");
    }

    /** So that many may ask in a short time: whoever asks again begins with a whole allowance. */
    void freshAllowances() {
        context.getBean(FilterChainProxy.class).getFilterChains().stream().flatMap(chain -> chain.getFilters().stream()).filter(Allowance.class::isInstance)
                .forEach(filter -> ((Map<?, ?>) ReflectionTestUtils.getField(filter, "buckets")).clear());
    }

    /** @param body form fields or JSON, sent along with what is not a GET */
    MvcResult ask(String person, String method, String path, String body) {
        boolean api = path.startsWith("/api/");
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), (api ? "" : pages) + path).accept(api ? "application/json" : "*/*");
        if (!person.equals(VISITOR)) {
            request.with(signedIn.computeIfAbsent(person, name -> SignIn.staying(context, name,
                    name.equals(OTHER_NOTARY) ? SECOND : SignIn.actor(context, name))));
        }
        try {
            return mvc.perform(method.equals("GET") ? request : sending(request, api, body)).andReturn();
        } catch (Exception e) {
            throw new IllegalStateException(method + " " + path + " by " + person, e);
        }
    }

    private static MockHttpServletRequestBuilder sending(MockHttpServletRequestBuilder request, boolean api, String body) {
        if (api) {
            return request.header("Idempotency-Key", UUID.randomUUID().toString()).contentType("application/json").content(body.isEmpty() ? "{}" : body);
        }
        for (var field : body.isEmpty() ? new String[0] : body.split("&")) {
            request.param(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        return request.with(csrf());
    }

    /** {@code in}: asked to sign in; {@code no}: led back with a refusal; {@code ok}: let through; else the status. */
    static String word(MvcResult answer) {
        int status = answer.getResponse().getStatus();
        var target = answer.getResponse().getRedirectedUrl();
        if (status == 401 || target != null && (target.startsWith("/oauth2/") || target.startsWith("/sign-in?"))) {
            return "in";
        }
        if (answer.getFlashMap() != null && answer.getFlashMap().containsKey("refusedCode")) {
            return "no";
        }
        return status < 400 ? "ok" : "" + status;
    }
}
