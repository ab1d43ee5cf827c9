package mn.eland.edge.once;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Gives every form that is posted (all with {@code th:action}) its own token, as the framework gives it the one against forgery. */
@Component
class FormTokens implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof RequestDataValueProcessor forgery ? new WithToken(forgery) : bean;
    }

    private record WithToken(RequestDataValueProcessor forgery) implements RequestDataValueProcessor {

        @Override
        public String processAction(HttpServletRequest request, String action, String method) {
            return forgery.processAction(request, action, method);
        }

        @Override
        public String processFormFieldValue(HttpServletRequest request, String name, String value, String type) {
            return forgery.processFormFieldValue(request, name, value, type);
        }

        @Override
        public Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            var fields = forgery.getExtraHiddenFields(request);
            if (fields == null || fields.isEmpty()) {
                return fields;
            }
            var both = new LinkedHashMap<>(fields);
            both.put(OnceFilter.FIELD, UUID.randomUUID().toString());
            return both;
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return forgery.processUrl(request, url);
        }
    }
}
