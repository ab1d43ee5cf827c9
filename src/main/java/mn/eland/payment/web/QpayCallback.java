package mn.eland.payment.web;

import mn.eland.payment.collection.Collections;
import mn.eland.payment.spi.PaymentGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * The gateway says that something was paid. It has no signature, so nothing in it is believed: the token says which
 * collection to ask the gateway about.
 */
@RestController
class QpayCallback {

    private static final Logger LOG = LoggerFactory.getLogger(QpayCallback.class);

    private final Collections collections;

    QpayCallback(Collections collections) {
        this.collections = collections;
    }

    /** {@code SUCCESS}, or the gateway calls again. */
    @RequestMapping(path = "/payments/qpay/callback/{token}", method = {RequestMethod.GET, RequestMethod.POST},
            produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> callback(@PathVariable String token) {
        try {
            return collections.hint(token) ? ResponseEntity.ok("SUCCESS") : ResponseEntity.status(HttpStatus.NOT_FOUND).body("UNKNOWN");
        } catch (PaymentGateway.Unavailable e) {
            LOG.info("A callback could not be checked yet: {}", e.getMessage());
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("LATER");
        }
    }
}
