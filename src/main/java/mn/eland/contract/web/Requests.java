package mn.eland.contract.web;

import mn.eland.contract.Contracts.Evidence;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the request that is being served says about the moment of an acceptance. */
final class Requests {

    private static final int LONGEST_DEVICE = 300;

    private Requests() {
    }

    static Evidence evidence() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var request = attributes.getRequest();
            var device = request.getHeader("User-Agent");
            return new Evidence(device == null ? "–" : device.substring(0, Math.min(device.length(), LONGEST_DEVICE)),
                    request.getRemoteAddr());
        }
        return new Evidence("–", "–");
    }
}
