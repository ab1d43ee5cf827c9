package mn.eland.contract.print;

import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The printer without an application. */
public final class TestPrinter {

    private TestPrinter() {
    }

    public static DocumentPrinter printer() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return new DocumentPrinter(engine, "http://localhost:8080/");
    }
}
