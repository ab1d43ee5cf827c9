package mn.eland.sale.risk.finding;

/** Shows of a name or an account enough to recognise it, too little to use it. */
public final class Masks {

    private static final int SHOWN = 4;

    private Masks() {
    }

    public static String name(String name) {
        if (name == null || name.isBlank()) {
            return "–";
        }
        var parts = new StringBuilder();
        for (var part : name.strip().split("\\s+")) {
            parts.append(parts.isEmpty() ? "" : " ").append(part.charAt(0)).append("•••");
        }
        return parts.toString();
    }

    public static String account(String account) {
        return account == null || account.length() <= SHOWN ? "–" : "••••" + account.substring(account.length() - SHOWN);
    }
}
