package mn.eland;

import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords are hashed as ever, in the fewest rounds: tests sign in hundreds of times. */
@TestConfiguration(proxyBeanMethods = false)
class QuickPasswords {

    private static final int FEWEST_ROUNDS_LOG2 = 4;

    @Bean
    static BeanPostProcessor fewerRounds() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof PasswordEncoder
                        ? new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(FEWEST_ROUNDS_LOG2))) : bean;
            }
        };
    }
}
