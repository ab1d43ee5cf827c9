package mn.eland.integration.xyp.simulator;

import java.util.Map;

/**
 * What the exchange says to a call: a result code, and fields when it is zero.
 *
 * @param fields null unless the code is zero
 */
record XypResult(int code, String message, Map<String, ?> fields) {

    static XypResult found(Map<String, ?> fields) {
        return new XypResult(0, "Амжилттай", fields);
    }

    static XypResult none() {
        return new XypResult(1, "Мэдээлэл олдсонгүй", null);
    }

    static XypResult badRequest(String what) {
        return new XypResult(3, what, null);
    }

    static XypResult of(int code) {
        var message = switch (code) {
            case 0 -> "Амжилттай";
            case 1 -> "Мэдээлэл олдсонгүй";
            case 2 -> "Системийн дотоод алдаа";
            case 200 -> "Иргэний баталгаажуулалт дутуу";
            case 201 -> "Ажилтны баталгаажуулалт дутуу";
            case 202 -> "Иргэн, ажилтны баталгаажуулалт дутуу";
            case 203 -> "Энэ сервисийг дуудах эрхгүй";
            case 402 -> "Хүсэлт гаргагч өмчлөгч биш";
            case 801 -> "Мэдээлэл нийлүүлэгчийн сантай холбогдож чадсангүй";
            case 802 -> "Мэдээлэл нийлүүлэгчийн сан хугацаандаа хариулсангүй";
            default -> "Алдаа " + code;
        };
        return new XypResult(code, message, null);
    }
}
