package mn.eland.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mn.eland.ElandTest;
import mn.eland.edge.SignIn;
import mn.eland.identity.Parties;
import mn.eland.identity.Parties.Basis;
import mn.eland.identity.Parties.Representation;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Standing;
import mn.eland.sale.SaleStand;
import mn.eland.sale.SaleStand.Place;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

/**
 * Pages and calls with the policies of sales, documents and representatives, beside the same with policies that permit everything,
 * in turns. Each is asked for by everybody around a sale: its buyer, who holds the buyer's power, its agent, its notary, a consenting
 * spouse, an operator.
 */
@ElandTest
@Import(AccessBench.Permissive.class)
class AccessBench {

    private static final Map<String, String> PAGES = pages();
    private static final List<String> PEOPLE = List.of("enkhjin", "zoljargal", "munkhzul", "anudari", "sarantuya", "telmen");
    private static final int WARM_UP = 50;
    private static final int ROUNDS = 21;
    private static final int REQUESTS = 5;

    @Autowired WebApplicationContext context;
    @Autowired Parties parties;
    @Autowired ElandClock clock;
    @Autowired Permissive permissive;
    private final Map<String, RequestPostProcessor> signedIn = new LinkedHashMap<>();
    private String sale;
    private MockMvc mvc;

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("deals list", "/deals");
        pages.put("deal page", "/deals/{sale}");
        pages.put("task list", "/tasks");
        pages.put("sale by API", "/api/v1/sales/{sale}");
        return pages;
    }

    @BeforeEach
    void stage() {
        mvc = SignIn.mvc(context);
        sale = SaleStand.offered(context, "enkhjin").bringTo(Place.NOTARY).number();
        var today = clock.today();
        parties.empower(SignIn.actor(context, "munkhzul"), new Representation(SignIn.actor(context, "zoljargal").party(),
                SignIn.actor(context, "enkhjin").party(), Basis.POA, "ИТ-" + sale, today, today.plusDays(9))).get();
        PEOPLE.forEach(name -> signedIn.put(name, SignIn.staying(context, name, SignIn.actor(context, name))));
    }

    @Test
    void policiesCostLittle() {
        PAGES.forEach((name, path) -> {
            turn(path, WARM_UP, true);
            turn(path, WARM_UP, false);
            var with = new double[ROUNDS];
            var without = new double[ROUNDS];
            var speeds = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                boolean first = i % 2 == 0;
                (first ? with : without)[i] = turn(path, REQUESTS, !first);
                (first ? without : with)[i] = turn(path, REQUESTS, first);
                speeds[i] = without[i] / with[i];
            }
            Figures.say("requests with policies: " + name + ", " + PEOPLE.size() + " people", Figures.text("%.2f ms, %.0f %% of the speed without (quarters %.0f to %.0f), budget 90 %%",
                    Figures.median(with), 100 * Figures.median(speeds), 100 * quarter(speeds, 1), 100 * quarter(speeds, 3)),
                    Figures.text("policies that permit everything: %.2f ms", Figures.median(without)));
        });
    }

    private static double quarter(double[] values, int number) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) * number / 4];
    }

    /** Milliseconds of a request. */
    private double turn(String path, int requests, boolean permits) {
        permissive.permits = permits;
        try {
            return Figures.milliseconds(() -> {
                for (int i = 0; i < requests; i++) {
                    PEOPLE.forEach(person -> ask(path, person));
                }
            }) / requests / PEOPLE.size();
        } finally {
            permissive.permits = false;
        }
    }

    private void ask(String path, String person) {
        try {
            var answer = mvc.perform(get(path.replace("{sale}", sale)).with(signedIn.get(person))).andReturn().getResponse();
            assertThat(answer.getStatus()).as(path + " by " + person).isEqualTo(200);
        } catch (Exception e) {
            throw new IllegalStateException(path + " by " + person, e);
        }
    }

    /**
     * The policies, and in turns what permits everything in their place. Whom somebody represents is known without asking, so that
     * the pages are the same.
     */
    static final class Permissive implements BeanPostProcessor, MethodInterceptor {

        private static final Set<String> POLICIES = Set.of("mn.eland.sale.SalePolicy", "mn.eland.contract.DocumentPolicy");
        private final Map<List<Object>, Object> known = new ConcurrentHashMap<>();
        private volatile boolean permits;

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            boolean standing = bean instanceof Standing;
            if (!standing && !POLICIES.contains(bean.getClass().getName())) {
                return bean;
            }
            var proxy = new ProxyFactory(bean);
            proxy.setProxyTargetClass(!standing);
            proxy.addAdvice(this);
            return proxy.getProxy(bean.getClass().getClassLoader());
        }

        @Override
        public Object invoke(MethodInvocation call) throws Throwable {
            if (!permits) {
                return call.proceed();
            }
            return switch (call.getMethod().getName()) {
                case "maySee", "takesPart", "mayRead" -> true;
                case "hindrance" -> Optional.empty();
                case "among", "principals" -> known(call);
                default -> call.proceed();
            };
        }

        private Object known(MethodInvocation call) throws Throwable {
            var key = List.of(call.getMethod().getName(), List.of(call.getArguments()));
            var before = known.get(key);
            if (before != null) {
                return before;
            }
            var now = call.proceed();
            known.put(key, now);
            return now;
        }
    }
}
