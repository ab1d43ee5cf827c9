package mn.eland.edge;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Visible texts: one bundle per module, {@code messages/<module>_mn.properties} first and {@code …_en.properties} in
 * step, both UTF-8. Mongolian answers when a language is not ours.
 */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

    static final Locale MONGOLIAN = Locale.forLanguageTag("mn");

    @Bean
    MessageSource messageSource(ResourcePatternResolver resources) throws IOException {
        var bundles = Arrays.stream(resources.getResources("classpath*:messages/*_mn.properties"))
                .map(file -> "messages/" + file.getFilename().replace("_mn.properties", ""))
                .sorted().toArray(String[]::new);
        var source = new ResourceBundleMessageSource();
        source.setBasenames(bundles);
        source.setDefaultEncoding("UTF-8");
        source.setDefaultLocale(MONGOLIAN);
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
