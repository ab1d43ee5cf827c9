package mn.eland.integration.xyp.simulator;

import java.util.List;

/** The register's own words for what it enters into a title; the register has no codes for burdens. */
public final class EntryWords {

    public static final String TRANSFER = "Өмчлөх эрх шилжүүлсэн гэрээ бүртгэх";
    public static final String MORTGAGE = "Барьцааны гэрээ бүртгэх";
    public static final String ARREST = "Хөрөнгө битүүмжлэх тэмдэглэл хийх";
    public static final String DISPUTE = "Шүүхийн маргааны тэмдэглэл хийх";
    public static final String LEASE = "Түрээсийн гэрээ бүртгэх";
    public static final String UNFINISHED = "Дуусаагүй барилга бүртгэх";
    public static final String JOINT = "Гэр бүлийн гишүүдийн хамтран өмчлөх эрх бүртгэх";
    public static final String APPLICATION = "Эрх шилжүүлэх мэдүүлэг хүлээн авах";

    /** What a person at the control page can enter and end. */
    public static final List<String> BURDENS = List.of(MORTGAGE, ARREST, DISPUTE, LEASE, UNFINISHED, JOINT);

    private EntryWords() {
    }
}
