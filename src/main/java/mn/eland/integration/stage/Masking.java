package mn.eland.integration.stage;

import java.util.regex.Pattern;

/** What must not stand in a log: register numbers, keys, passwords, tokens, signatures. */
public final class Masking {

    private static final int LONGEST = 20_000;
    private static final Pattern REGISTER = Pattern.compile("([А-ЯЁӨҮа-яёөү]{2})\\d{6}(\\d{2})");
    private static final Pattern REGISTER_IN_ADDRESS =
            Pattern.compile("((?:%D0%[0-9A-F]{2}|%D1%[0-9A-F]{2}|%D2%[0-9A-F]{2}|%D3%[0-9A-F]{2}){2})\\d{6}(\\d{2})");
    private static final Pattern SECRET_IN_JSON = Pattern.compile(
            "(\"(?:access_token|refresh_token|tranPassword|password|signature|fingerprint|privateKey|ebarimt_lottery|ebarimt_qr_data)\"\\s*:\\s*\")[^\"]*");
    private static final Pattern SECRET_IN_XML = Pattern.compile(
            "(<(signature|appAuthToken|fingerprint|certFingerprint|otp|image)>)[^<]*");
    private static final Pattern PICTURE = Pattern.compile("(\"(?:qr_image|image[12]?)\"\\s*:\\s*\"[^\"]{0,24})[^\"]*");

    private static final Pattern SECRET_IN_FORM = Pattern.compile("((?:^|[?&])(?:client_secret|code)=)[^&\\s]*");

    private Masking() {
    }

    public static String masked(String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        var masked = PICTURE.matcher(text).replaceAll("$1…");
        masked = SECRET_IN_JSON.matcher(masked).replaceAll("$1•••");
        masked = SECRET_IN_FORM.matcher(masked).replaceAll("$1•••");
        masked = SECRET_IN_XML.matcher(masked).replaceAll("$1•••");
        masked = REGISTER.matcher(masked).replaceAll("$1••••••$2");
        masked = REGISTER_IN_ADDRESS.matcher(masked).replaceAll("$1••••••$2");
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "…" : masked;
    }
}
