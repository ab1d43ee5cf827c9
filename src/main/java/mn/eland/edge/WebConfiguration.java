package mn.eland.edge;

import java.util.List;
import mn.eland.edge.version.Versions;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final PageModel pageModel;
    private final Versions versions;

    WebConfiguration(PageModel pageModel, Versions versions) {
        this.pageModel = pageModel;
        this.versions = versions;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(pageModel);
        registry.addInterceptor(versions).addPathPatterns("/api/**");
    }
}
