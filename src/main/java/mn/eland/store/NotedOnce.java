package mn.eland.store;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.stereotype.Component;

/** What {@link NotedWithTheWork} has noted is not noted a second time; no transaction is opened for it. */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class NotedOnce extends DefaultPointcutAdvisor {

    NotedOnce() {
        super(new Noting(), (MethodInterceptor) NotedOnce::note);
        setOrder(Ordered.HIGHEST_PRECEDENCE);
    }

    private static Object note(MethodInvocation noting) throws Throwable {
        return Telling.endsNoted(noting.getArguments()[0]) ? null : noting.proceed();
    }

    private static final class Noting extends StaticMethodMatcherPointcut {

        @Override
        public boolean matches(java.lang.reflect.Method method, Class<?> type) {
            return EventPublicationRegistry.class.isAssignableFrom(type) && method.getName().equals("markCompleted");
        }
    }
}
