package mn.eland.journeys;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** When a journey is over, everybody closes the window. */
class GoingHome implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext journey) {
        Browser.goHome();
    }
}
