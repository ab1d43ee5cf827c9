package mn.eland.integration.simulator.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import mn.eland.integration.stage.Masking;
import org.springframework.web.servlet.ModelAndView;

/** Values as a person reads them. */
public final class Show {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy.MM.dd HH:mm:ss").withZone(ZoneId.of("Asia/Ulaanbaatar"));
    private static final char THIN_SPACE = '\u202F';

    private Show() {
    }

    static ModelAndView page(String template, Object... namesAndValues) {
        var page = new ModelAndView("simulators/" + template).addObject("show", new Show());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            page.addObject((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return page;
    }

    static ModelAndView go(String address) {
        return new ModelAndView("redirect:/simulators" + address);
    }

    public String time(Instant instant) {
        return instant == null ? "" : TIME.format(instant);
    }

    public String money(BigDecimal amount) {
        return amount == null ? "" : "%,d".formatted(amount.longValue()).replace(',', THIN_SPACE).replace('-', '−') + THIN_SPACE + "₮";
    }

    public String plain(BigDecimal amount) {
        return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
    }

    /** Register numbers are shown masked here too. */
    public String masked(String text) {
        return Masking.masked(text);
    }
}
