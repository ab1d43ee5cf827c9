package mn.eland.contract.signing;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import mn.eland.contract.DocumentFacts;
import mn.eland.contract.DocumentKind;
import mn.eland.contract.print.DocumentPrinter;
import mn.eland.contract.print.DocumentPrinter.Imprint;
import mn.eland.contract.print.TestPrinter;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.store.vault.TestVault;
import mn.eland.store.vault.Vault;

/** What is needed to sign and to check, without an application. */
final class SigningTable {

    private static final DocumentPrinter PRINTER = TestPrinter.printer();
    static final List<String> NAMES = List.of("Ганболдын Тэмүүлэн", "Баярын Энхжин", "Дорждэрэмийн Өүлэн");

    final ElandClock clock = new ElandClock();
    final SandboxStamps stamps = new SandboxStamps(clock);
    final Vault vault = TestVault.fresh();
    final CertifyingKey keys;
    final Signatory signatory;
    final SignatureCheck check;

    SigningTable(Path data, Path... trusted) {
        var properties = new SigningProperties("", "", "", List.of(trusted));
        keys = new CertifyingKey(properties, data, vault, clock);
        signatory = new Signatory(keys, stamps, vault);
        check = new SignatureCheck(new Trust(keys, stamps, properties), clock);
    }

    byte[] contract() {
        return PRINTER.print(DocumentKind.SALE_CONTRACT.template(), new Imprint("S-2026-000001/C1", 1, "ABCD2345WXYZ", clock.instant(), 3),
                DocumentFacts.of(DocumentKind.SALE_CONTRACT)).pdf();
    }

    byte[] sign(byte[] pdf, int place) {
        return signatory.sign(pdf, signing(pdf, place));
    }

    Signing signing(byte[] pdf, int place) {
        return new Signing(new PartyId(new UUID(0, place)), NAMES.get(place), "2026-11-22 14:05 (UTC+8)\nELAND · нэг удаагийн код / one-time code", place,
                pages(pdf), "Нэг удаагийн кодоор зөвшөөрсөн", clock.instant());
    }

    private static int pages(byte[] pdf) {
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    SignatureReport report(byte[] pdf) {
        return check.check(pdf).get();
    }
}
