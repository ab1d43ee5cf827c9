package mn.eland.sale;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mockito.Mockito;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Mocks that a context shares lose after each test what it told them; their first answers stay. */
class ForgettingStandIns implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        var beans = SpringExtension.getApplicationContext(test);
        for (var name : beans.getBeanNamesForType(Object.class, false, false)) {
            var bean = name.startsWith("org.springframework") ? null : beans.getBean(name);
            if (bean != null && Mockito.mockingDetails(bean).isMock()) {
                Mockito.reset(bean);
            }
        }
    }
}
