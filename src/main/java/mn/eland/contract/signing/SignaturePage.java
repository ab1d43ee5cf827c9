package mn.eland.contract.signing;

/**
 * Where the boxes stand on the last page of a document that is signed, in points from the upper left corner of an A4 page. The
 * template {@code documents/frame :: signaturePage} draws a frame for each at the same places (in millimetres).
 */
final class SignaturePage {

    static final float LEFT = points(18);
    static final float WIDTH = points(174);
    static final float HEIGHT = points(30);
    static final float PADDING = points(2);
    static final float LETTERS = 10;

    private static final float FIRST_TOP_MM = 74;
    private static final float STEP_MM = 40;

    private SignaturePage() {
    }

    static float top(int place) {
        return points(FIRST_TOP_MM + place * STEP_MM);
    }

    private static float points(float millimetres) {
        return millimetres * 72 / 25.4f;
    }
}
