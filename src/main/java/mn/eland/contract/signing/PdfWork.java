package mn.eland.contract.signing;

import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;

/** How PDF files are read and drawn: text as text, and changes found by comparing objects; drawing pages to compare them costs seconds. */
final class PdfWork {

    private PdfWork() {
    }

    static IPdfObjFactory factory() {
        var factory = new PdfBoxNativeObjectFactory();
        var differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(0);
        factory.setPdfDifferencesFinder(differences);
        return factory;
    }
}
