package mn.eland.audit.catching;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class CatchingConfiguration implements WebMvcConfigurer {

    private final RequestRecorder requests;

    CatchingConfiguration(RequestRecorder requests) {
        this.requests = requests;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(requests).order(Ordered.HIGHEST_PRECEDENCE);
    }
}
