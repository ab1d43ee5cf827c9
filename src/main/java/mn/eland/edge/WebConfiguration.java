package mn.eland.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import mn.eland.edge.version.Versions;
import mn.eland.kernel.Recollection;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final PageModel pageModel;
    private final Versions versions;
    private final Recollection recollection;

    WebConfiguration(PageModel pageModel, Versions versions, Recollection recollection) {
        this.recollection = recollection;
        this.pageModel = pageModel;
        this.versions = versions;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(recollecting());
        registry.addInterceptor(pageModel);
        registry.addInterceptor(versions).addPathPatterns("/api/**");
    }

    /** Where a request begins and ends, for what is found out once in it; another thread that goes on with it remembers nothing. */
    private AsyncHandlerInterceptor recollecting() {
        return new AsyncHandlerInterceptor() {

            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                recollection.begin();
                return true;
            }

            @Override
            public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, Exception thrown) {
                recollection.end();
            }

            @Override
            public void afterConcurrentHandlingStarted(HttpServletRequest request, HttpServletResponse response, Object handler) {
                recollection.end();
            }
        };
    }
}
