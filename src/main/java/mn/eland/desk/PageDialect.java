package mn.eland.desk;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Gives templates {@code #fmt}, {@code #page} and {@code #assets}; bean references are not allowed in every attribute. */
@Component
class PageDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

    private final Map<String, Object> objects;

    PageDialect(Formats fmt, PageContext page, Assets assets) {
        objects = Map.of("fmt", fmt, "page", page, "assets", assets);
    }

    @Override
    public String getName() {
        return "eland";
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return objects.keySet();
    }

    @Override
    public Object buildObject(IExpressionContext context, String expressionObjectName) {
        return objects.get(expressionObjectName);
    }

    @Override
    public boolean isCacheable(String expressionObjectName) {
        return true;
    }
}
