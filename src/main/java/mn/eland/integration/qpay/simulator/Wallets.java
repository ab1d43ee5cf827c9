package mn.eland.integration.qpay.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bank apps and wallets an invoice can be opened in, in the order the gateway lists them. */
final class Wallets {

    private static final String[][] ALL = {
        {"qpaywallet", "qPay wallet"}, {"khanbank", "Khan bank"}, {"statebankmongolia", "State bank 3.0"},
        {"xacbank", "Xac bank"}, {"tdbbank", "Trade and Development bank"}, {"socialpay-payment", "Social Pay"},
        {"most", "Most money"}, {"nibank", "National investment bank"}, {"ckbank", "Chinggis khaan bank"},
        {"capitronbank", "Capitron bank"}, {"bogdbank", "Bogd bank"}, {"transbank", "Trans bank"}, {"mbank", "M bank"},
        {"ard", "Ard App"}, {"toki", "Toki App"}, {"arig", "Arig bank"}, {"monpay", "Monpay"}, {"hipay", "Hipay"},
        {"tdbwallet", "Happy Pay"}, {"sono", "Sono"}, {"payon", "PayOn"}, {"tino", "Tino"}, {"pass", "Pass.mn"}};

    private Wallets() {
    }

    static List<Map<String, String>> links(String qrText) {
        var links = new ArrayList<Map<String, String>>();
        for (var wallet : ALL) {
            var link = new LinkedHashMap<String, String>();
            link.put("name", wallet[1]);
            link.put("description", wallet[1]);
            link.put("logo", "https://qpay.mn/q/logo/" + wallet[0] + ".png");
            link.put("link", wallet[0] + "://q?qPay_QRcode=" + URLEncoder.encode(qrText, StandardCharsets.UTF_8));
            links.add(link);
        }
        return links;
    }
}
