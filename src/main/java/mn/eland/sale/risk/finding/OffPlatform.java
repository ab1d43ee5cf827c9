package mn.eland.sale.risk.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a message what people write when they want to go on, or to pay, outside the platform. */
final class OffPlatform {

    private static final List<Pattern> SIGNS = List.of(
            Pattern.compile("\\bMN\\s?\\d{2}(\\s?\\d){16}\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile("(?<!\\d)(\\+?976[\\s-]?)?[5-9]\\d{3}[\\s-]?\\d{4}(?!\\d)"),
            Pattern.compile("[\\w.+-]+@[\\w-]+\\.[a-z]{2,}", Pattern.CASE_INSENSITIVE),
            Pattern.compile("whats\\s?app|viber|telegram|wechat|messenger", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
            Pattern.compile("бэлнээр|бэлэн мөнг|гар дээр|дансаар шууд|данс руу|миний данс|эскроугүй|платформоос гадуур",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
            Pattern.compile("\\bin cash\\b|my account|outside (the platform|eland)|without escrow", Pattern.CASE_INSENSITIVE));

    private OffPlatform() {
    }

    /** Where the earliest such words stand. */
    static Optional<MatchResult> find(String message) {
        return SIGNS.stream().map(sign -> sign.matcher(message)).filter(Matcher::find).map(Matcher::toMatchResult)
                .min(Comparator.comparingInt(MatchResult::start));
    }
}
