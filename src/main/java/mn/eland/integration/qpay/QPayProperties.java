package mn.eland.integration.qpay;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What QPay handed out to the merchant.
 *
 * @param ebarimtInvoiceCode kind of invoice whose payments get a VAT receipt
 * @param districtCode       of the tax office the merchant belongs to
 * @param classificationCode of brokerage in the national classification of services; to be confirmed by the accountant
 */
@ConfigurationProperties("eland.integration.qpay")
record QPayProperties(URI baseUrl, @DefaultValue("ELAND") String username, @DefaultValue("sandbox") String password,
                      @DefaultValue("ELAND_INVOICE") String invoiceCode,
                      @DefaultValue("ELAND_EBARIMT") String ebarimtInvoiceCode, @DefaultValue("0101") String districtCode,
                      @DefaultValue("7222100") String classificationCode, @DefaultValue("15s") Duration timeout) {
}
