package mn.eland.store;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Lets a listener that collided with somebody else's act do its work once more at once, in a transaction of its own: by then the
 * other has committed, so the listener finds the case as that one has left it. What collides again and again is told again later.
 */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class CollidingListeners extends DefaultPointcutAdvisor {

    static final int TRIES = 5;

    /** Outside of the transaction of the listener, inside of the note that it has been told. */
    private static final int PLACE = Ordered.LOWEST_PRECEDENCE - 100;
    private static final Logger LOG = LoggerFactory.getLogger(CollidingListeners.class);

    CollidingListeners() {
        super(AnnotationMatchingPointcut.forMethodAnnotation(ApplicationModuleListener.class), (MethodInterceptor) CollidingListeners::told);
        setOrder(PLACE);
    }

    private static Object told(MethodInvocation listener) throws Throwable {
        try {
            return told(listener, listener.getArguments()[0]);
        } catch (Throwable failed) {
            Telling.failed();
            throw failed;
        }
    }

    private static Object told(MethodInvocation listener, Object event) throws Throwable {
        Telling.begin(event, listener.getMethod(), AopUtils.getTargetClass(listener.getThis()));
        for (int tried = 1; tried < TRIES; tried++) {
            try {
                return ((ProxyMethodInvocation) listener).invocableClone().proceed();
            } catch (ConcurrencyFailureException collided) {
                LOG.info("{} collided and is told again: {}", listener.getMethod(), collided.getMessage());
            }
        }
        return listener.proceed();
    }
}
