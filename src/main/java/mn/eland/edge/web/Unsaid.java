package mn.eland.edge.web;

import java.util.Set;
import java.util.regex.Pattern;

/** What people type that must stand nowhere, not even as a hash that could be guessed: passwords, codes, links. */
public final class Unsaid {

    private static final Set<String> FIELDS = Set.of("password", "newPassword", "mailCode", "phoneCode", "totp", "token");
    private static final Pattern CALLS = Pattern.compile("/api/v\\d+/auth/.*");

    private Unsaid() {
    }

    /** True for a field of a form. */
    public static boolean isField(String name) {
        return FIELDS.contains(name);
    }

    /** True for a call whose whole body is left out. */
    public static boolean isCall(String path) {
        return CALLS.matcher(path).matches();
    }
}
