package mn.eland.identity.passport;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Machine-readable zones of invented passports. */
public final class Passport {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private Passport() {
    }

    /** @param givenNames with the filler between them; @param country issuer and nationality, three letters */
    public static String mrz(String surname, String givenNames, String documentNo, String country, LocalDate born, LocalDate expiresOn) {
        var number = filled(documentNo, 9);
        var birth = born.format(DAY);
        var until = expiresOn.format(DAY);
        var personal = filled("", 14);
        var summed = number + digit(number) + birth + digit(birth) + until + digit(until) + personal + "<";
        return filled("P<" + country + surname + "<<" + givenNames, 44) + "\n" + number + digit(number) + country + birth + digit(birth) + "M" + until + digit(until)
                + personal + "<" + digit(summed);
    }

    private static char digit(String field) {
        char digit = '0';
        while (!Mrz.fits(field, digit)) {
            digit++;
        }
        return digit;
    }

    private static String filled(String text, int length) {
        return text + "<".repeat(length - text.length());
    }
}
