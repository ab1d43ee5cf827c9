package mn.eland.store.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import mn.eland.kernel.Mask;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** Stack traces of the log: what databases and outside systems say in their messages is masked as well. */
public class MaskedFailure extends ExtendedWhitespaceThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy failure) {
        return Mask.text(super.throwableProxyToString(failure));
    }
}
