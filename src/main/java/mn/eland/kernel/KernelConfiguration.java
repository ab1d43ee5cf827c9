package mn.eland.kernel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KernelConfiguration {

    @Bean
    ElandClock clock() {
        return new ElandClock();
    }

    @Bean
    Recollection recollection() {
        return new Recollection();
    }
}
