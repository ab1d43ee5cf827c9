package mn.eland.edge;

import java.util.Map;
import java.util.WeakHashMap;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * The test support of Spring Security puts a store of its own for form tokens into the filters of the context, and leaves it there.
 * The context is shared with tests that come over the wire like a browser, so after each test the store of the house is put back.
 */
public final class RealTokens implements TestExecutionListener {

    private static final String STORE = "tokenRepository";
    private final Map<CsrfFilter, Object> stores = new WeakHashMap<>();

    @Override
    public void beforeTestMethod(TestContext test) {
        for (var chain : test.getApplicationContext().getBeanProvider(FilterChainProxy.class).stream().toList()) {
            chain.getFilterChains().stream().flatMap(one -> one.getFilters().stream()).filter(CsrfFilter.class::isInstance)
                    .map(CsrfFilter.class::cast).forEach(filter -> stores.put(filter, ReflectionTestUtils.getField(filter, STORE)));
        }
    }

    @Override
    public void afterTestMethod(TestContext test) {
        stores.forEach((filter, store) -> ReflectionTestUtils.setField(filter, STORE, store));
    }
}
