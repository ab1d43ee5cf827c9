package mn.eland.contract;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import mn.eland.contract.archive.ObjectStore;
import mn.eland.contract.print.DocumentPrinter;
import mn.eland.contract.print.DocumentPrinter.Printed;
import mn.eland.contract.signing.Signatory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** For tests that make thousands of contracts: papers are one word and lie nowhere. */
@TestConfiguration(proxyBeanMethods = false)
public class QuickContracts {

    @Bean
    @Primary
    DocumentPrinter quickPrinter() {
        return mock(DocumentPrinter.class, withSettings().stubOnly().defaultAnswer(call ->
                call.getMethod().getName().equals("print") ? printed() : call.getMethod().getReturnType() == String.class ? "" : null));
    }

    private static Printed printed() {
        var pdf = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        return new Printed(pdf, DocumentPrinter.sha256(pdf), 1, "<h1></h1>");
    }

    @Bean
    @Primary
    Signatory quickSignatory() {
        return mock(Signatory.class, withSettings().stubOnly().defaultAnswer(call -> printed().pdf()));
    }

    @Bean
    @Primary
    ObjectStore noStore() {
        return new ObjectStore() {
            @Override
            public void keep(String sha256, byte[] content) {
            }

            @Override
            public InputStream open(String sha256) {
                return InputStream.nullInputStream();
            }

            @Override
            public void remove(String sha256) {
            }
        };
    }
}
