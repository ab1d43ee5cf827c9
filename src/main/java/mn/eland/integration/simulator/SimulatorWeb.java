package mn.eland.integration.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import mn.eland.integration.stage.ExchangeFilter;
import mn.eland.integration.stage.Exchanges;
import mn.eland.integration.stage.SimulatedEndpoint;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurationSupport;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Web server and request handling of the simulators. Not a stereotype: the application must not find it. */
class SimulatorWeb extends WebMvcConfigurationSupport {

    private static final Locale MONGOLIAN = Locale.forLanguageTag("mn");
    private static final int CACHE_SECONDS = 3600;

    @Bean
    static TomcatServletWebServerFactory webServer(SimulatorProperties properties) {
        return new TomcatServletWebServerFactory(properties.port());
    }

    @Bean
    DispatcherServlet dispatcherServlet() {
        return new DispatcherServlet();
    }

    @Bean
    ExchangeFilter exchangeFilter(Exchanges exchanges) {
        return new ExchangeFilter(exchanges);
    }

    @Bean
    PageSafety pageSafety() {
        return new PageSafety();
    }

    @Bean
    static ResourceBundleMessageSource messageSource() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("messages/simulators");
        source.setDefaultEncoding("UTF-8");
        source.setDefaultLocale(MONGOLIAN);
        source.setFallbackToSystemLocale(false);
        return source;
    }

    @Bean
    @Override
    public LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("simulators-language");
        resolver.setDefaultLocale(MONGOLIAN);
        return resolver;
    }

    @Bean
    ThymeleafViewResolver thymeleafViewResolver(ApplicationContext context, MessageSource messages) {
        var templates = new SpringResourceTemplateResolver();
        templates.setApplicationContext(context);
        templates.setPrefix("classpath:/templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(messages);
        engine.setTemplateResolver(templates);
        var resolver = new ThymeleafViewResolver();
        resolver.setTemplateEngine(engine);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }

    @Override
    protected void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        registry.addInterceptor(change).addPathPatterns("/simulators/**");
    }

    @Override
    protected RequestMappingHandlerMapping createRequestMappingHandlerMapping() {
        return new RequestMappingHandlerMapping() {
            @Override
            protected boolean isHandler(Class<?> type) {
                return AnnotatedElementUtils.hasAnnotation(type, SimulatedEndpoint.class);
            }
        };
    }

    @Override
    protected void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.removeIf(one -> one.getClass().getSimpleName().contains("Xml"));
        converters.stream().filter(StringHttpMessageConverter.class::isInstance).map(StringHttpMessageConverter.class::cast)
                .forEach(one -> one.setDefaultCharset(StandardCharsets.UTF_8));
        converters.stream().filter(MappingJackson2HttpMessageConverter.class::isInstance)
                .map(MappingJackson2HttpMessageConverter.class::cast).map(MappingJackson2HttpMessageConverter::getObjectMapper)
                .forEach(json -> json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true));
    }

    @Override
    protected void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/simulators/assets/**").addResourceLocations("classpath:/simulators/assets/")
                .setCachePeriod(CACHE_SECONDS);
    }
}
