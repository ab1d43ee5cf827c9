package mn.eland.identity.account;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a browser calls itself, in words a person knows: {@code Chrome · Android}. For showing only. */
final class AgentWords {

    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("OPR/", "Opera");
        BROWSERS.put("SamsungBrowser", "Samsung Internet");
        BROWSERS.put("Firefox/", "Firefox");
        BROWSERS.put("FxiOS", "Firefox");
        BROWSERS.put("CriOS", "Chrome");
        BROWSERS.put("Chrome/", "Chrome");
        BROWSERS.put("Safari/", "Safari");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS", "macOS");
        SYSTEMS.put("CrOS", "ChromeOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private AgentWords() {
    }

    /** Never what the browser sent: what is not known is a dash. */
    static String of(String agent) {
        return first(BROWSERS, agent) + " · " + first(SYSTEMS, agent);
    }

    private static String first(Map<String, String> words, String agent) {
        return words.entrySet().stream().filter(word -> agent.contains(word.getKey())).map(Map.Entry::getValue).findFirst().orElse("–");
    }
}
