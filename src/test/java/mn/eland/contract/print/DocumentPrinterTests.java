package mn.eland.contract.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import mn.eland.contract.DocumentFacts;
import mn.eland.contract.DocumentKind;
import mn.eland.contract.print.DocumentPrinter.Imprint;
import mn.eland.contract.print.DocumentPrinter.Printed;
import mn.eland.kernel.Money;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class DocumentPrinterTests {

    private static final DocumentPrinter PRINTER = TestPrinter.printer();
    private static final Imprint IMPRINT =
            new Imprint("S-2026-000001/C1", 1, "ABCD2345WXYZ", Instant.parse("2026-11-22T06:05:00Z"), 2);

    @BeforeAll
    static void prepareValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void everyDocumentIsArchivableAndAccessible(DocumentKind kind) throws Exception {
        var printed = print(kind);

        assertThat(failures(printed, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(failures(printed, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void everyDocumentNumbersItsPagesAndNamesWhereToCheckIt(DocumentKind kind) throws Exception {
        var printed = print(kind);

        var text = text(printed);

        assertThat(text).contains("Хуудас 1 / " + printed.pages(), "Хуудас " + printed.pages() + " / " + printed.pages())
                .contains("ABCD-2345-WXYZ", "http://localhost:8080/verify/ABCD2345WXYZ", "S-2026-000001/C1")
                .doesNotContain("null", "[[", "${");
    }

    @Test
    void theSaleContractNamesPartiesObjectAndPriceInFiguresAndWords() throws Exception {
        var text = flat(print(DocumentKind.SALE_CONTRACT));

        assertThat(text).contains("Боржигон Ганболдын Тэмүүлэн", "ЯЯ88041511", "Цагаан Баярын Энхжин", "ЯЯ93121643",
                "Ү-2299000001", "000000101", "285,000,000 /хоёр зуун наян таван сая/ төгрөг", "MNT 285,000,000",
                "256,500,000 /хоёр зуун тавин зургаан сая таван зуун мянган/ төгрөг",
                "2026 оны 11 дүгээр сарын 22-ны өдөр", "22 November 2026", "монгол эхийг баримтална");
    }

    @Test
    void clausesFollowTheFactsAndStayNumberedWithoutGaps() throws Exception {
        var plain = flat(print(DocumentKind.SALE_CONTRACT));
        var burdened = flat(print(DocumentKind.SALE_CONTRACT, "mortgage", true, "mortgagee", "Хаан банк", "payoff",
                Money.of(90_000_000), "retention", Money.of(5_000_000), "taxBearer", "SPLIT", "spouseConsent", true,
                "spouseName", "Бэсүд Дорждэрэмийн Сарантуяа", "penaltyPctPerDay", 0.3, "loan", true));

        assertThat(plain).contains("битүүмжлэгдээгүй", "0.5 хувийн алданги", "худалдагч хариуцаж")
                .doesNotContain("барьцаалагч: ", "Сарантуяа", "тэнцүү хуваан");
        assertThat(burdened).contains("(барьцаалагч: Хаан банк)", "90,000,000 /ерэн сая/ төгрөг", "5,000,000 /таван сая/ төгрөг",
                "тэнцүү хуваан", "Сарантуяа", "0.3 хувийн алданги", "банкны зээлээр");
        assertThat(clauseNumbers(plain, 3)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(clauseNumbers(burdened, 3)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void termsAreWrittenAsTheTablesSetThem() {
        var text = print(DocumentKind.SALE_CONTRACT, "fixDays", 21L, "noticeDays", 4L, "penaltyCapPct", 40L, "warrantyVisible", "P8M",
                "warrantyHidden", "P2Y", "warrantyBuilding", "P1Y").text();

        assertThat(text).contains("21 хоногийн дотор", "within 21 days", "4 хоногийн дотор", "within 4 days", "40 хувиас", "40 percent",
                "талаар 8 сар,", "талаар 2 жил,", "талаар 1 жил хүртэл", "8 months for", "2 years for", "1 year for");
    }

    @Test
    void aHandoverActNamesDefectsAndTheirCure() throws Exception {
        var text = flat(print(DocumentKind.HANDOVER_ACT, "defects", "Цонхны бариул эвдэрсэн", "defectsCuredBy",
                LocalDate.of(2027, 1, 9), "electricity", 15230L));

        assertThat(text).contains("Цонхны бариул эвдэрсэн", "2027 оны 1 дүгээр сарын 9-ний өдөр", "15230");
    }

    @Test
    void aPowerOfAttorneyGivesNoPowerThatWasNotGranted() throws Exception {
        var narrow = flat(print(DocumentKind.POWER_OF_ATTORNEY));
        var wide = flat(print(DocumentKind.POWER_OF_ATTORNEY, "act", "BUY", "mayReceiveMoney", true, "maySubstitute", true));

        assertThat(narrow).contains("худалдах гэрээг миний", "мөнгө хүлээн авах эрхгүй", "may not pass the powers on", "1 March 2027")
                .doesNotContain("худалдан авах гэрээг миний");
        assertThat(wide).contains("худалдан авах гэрээг миний", "may receive the price", "by a notarized power of attorney")
                .doesNotContain("may not receive money");
    }

    @Test
    void anAuctionProtocolNamesTheWinnerAndTheBidsOrTheFailure() throws Exception {
        var failed = flat(print(DocumentKind.AUCTION_PROTOCOL));
        var sold = flat(print(DocumentKind.AUCTION_PROTOCOL, "winner", DocumentFacts.BUYER, "winningPrice", Money.of(210_000_000),
                "payBy", LocalDate.of(2026, 12, 6), "bids", "11:02:10|Оролцогч 1|200,000,000\n11:04:59|Оролцогч 2|210,000,000"));

        assertThat(failed).contains("the auction has failed", "Order of the owner").doesNotContain(" won with");
        assertThat(sold).contains("Цагаан Баярын Энхжин (ЯЯ93121643) won with a bid of MNT 210,000,000", "6 December 2026",
                "11:04:59", "Оролцогч 2").doesNotContain("the auction has failed");
    }

    @Test
    void whatAPersonTypedIsShownAndNeverRun() throws Exception {
        var text = flat(print(DocumentKind.SALE_CONTRACT, "includedItems", "<b>x</b> [[${7*7}]] __${7*7}__ & «шкаф»"));

        assertThat(text).contains("<b>x</b> [[${7*7}]] __${7*7}__ & «шкаф»");
    }

    @Test
    void aLongContractCostsLittleProcessorTime() {
        for (int i = 0; i < 10; i++) {
            print(DocumentKind.SALE_CONTRACT);
        }

        long start = processorTime();
        for (int i = 0; i < 20; i++) {
            print(DocumentKind.SALE_CONTRACT);
        }
        double perSecond = 20e9 / (processorTime() - start);

        System.out.printf("sale contracts printed per processor second: %.1f%n", perSecond);
        assertThat(perSecond).isGreaterThan(3);
    }

    private static long processorTime() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Printed print(DocumentKind kind, Object... extra) {
        return PRINTER.print(kind.template(), IMPRINT, DocumentFacts.of(kind, extra));
    }

    private static java.util.List<String> failures(Printed printed, PDFAFlavour flavour) throws Exception {
        Files.createDirectories(Path.of("target/documents"));
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(printed.pdf()), flavour);
             var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(failure -> failure.getRuleId().getClause() + " " + failure.getMessage()).distinct().toList();
        }
    }

    private static String text(Printed printed) throws Exception {
        try (var pdf = Loader.loadPDF(printed.pdf())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    /** The text column by column, without line breaks. */
    private static String flat(Printed printed) throws Exception {
        try (var pdf = Loader.loadPDF(printed.pdf())) {
            var stripper = new org.apache.pdfbox.text.PDFMarkedContentExtractor();
            // a letter that stands where the same letter stands on another page is no shadow of it
            stripper.setSuppressDuplicateOverlappingText(false);
            var text = new StringBuilder();
            for (var page : pdf.getPages()) {
                stripper.processPage(page);
            }
            stripper.getMarkedContents().forEach(content -> append(content, text));
            Files.createDirectories(Path.of("target/documents"));
            var file = printed.sha256().substring(0, 8);
            Files.write(Path.of("target/documents/" + file + ".pdf"), printed.pdf());
            javax.imageio.ImageIO.write(new PDFRenderer(pdf).renderImageWithDPI(0, 90), "png",
                    Path.of("target/documents/" + file + ".png").toFile());
            return text.toString().replaceAll("\\s+", " ");
        }
    }

    private static void append(org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent content, StringBuilder text) {
        float line = -1;
        for (var part : content.getContents()) {
            if (part instanceof org.apache.pdfbox.text.TextPosition position) {
                if (line != position.getY()) {
                    text.append(' ');
                    line = position.getY();
                }
                text.append(position.getUnicode());
            } else if (part instanceof org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent inner) {
                append(inner, text);
            }
        }
        text.append(' ');
    }

    private static java.util.List<Integer> clauseNumbers(String text, int section) {
        return java.util.regex.Pattern.compile(" " + section + "\\.(\\d+) ").matcher(text).results()
                .map(found -> Integer.valueOf(found.group(1))).distinct().toList();
    }
}
