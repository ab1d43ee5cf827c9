package mn.eland.identity.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import mn.eland.identity.RegisterNumber;
import mn.eland.identity.passport.Foreigner;
import mn.eland.identity.passport.Mrz;
import mn.eland.kernel.Mask;
import mn.eland.kernel.Refusal;

/**
 * Who wants an account, as typed and tidied up.
 *
 * @param clanName  may be empty
 * @param phone     eight digits
 * @param foreigner null for a citizen; else the register number is that of the passport
 */
public record Applicant(String registerNumber, String clanName, String parentName, String givenName, String phone, String email,
                        Foreigner foreigner) {

    /** As on an identity card; also names joined by a hyphen. */
    private static final Pattern NAME = Pattern.compile("[А-ЯЁӨҮа-яёөү][А-ЯЁӨҮа-яёөү -]{0,58}[а-яёөү]?");
    private static final Pattern PHONE = Pattern.compile("[5-9]\\d{7}");
    private static final Pattern EMAIL = Pattern.compile("[a-z0-9._%+-]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,24}");
    private static final int LONGEST_EMAIL = 254;

    /** Takes what a person typed: blanks, capitals in an e-mail address and the country's number before a telephone are forgiven. */
    public static Applicant typed(String registerNumber, String clanName, String parentName, String givenName, String phone, String email) {
        var number = RegisterNumber.read(registerNumber).map(RegisterNumber::text).orElse(tidy(registerNumber));
        return new Applicant(number, tidy(clanName), tidy(parentName), tidy(givenName), phone(phone), email(email), null);
    }

    /** Takes what somebody typed who has no register number: the zone of the passport says the rest. */
    public static Applicant foreigner(String mrz, LocalDate today, String phone, String email) {
        return Mrz.read(mrz, today).map(read -> new Applicant(read.documentNo(), "", Foreigner.name(read.surname()), Foreigner.name(read.givenNames()),
                phone(phone), email(email), Foreigner.of(read, today)))
                .orElseGet(() -> new Applicant("", "", "", "", phone(phone), email(email), Foreigner.unreadable()));
    }

    private static String phone(String typed) {
        return tidy(typed).replaceAll("[\\s()-]", "").replaceFirst("^(\\+|00)?976(?=\\d{8}$)", "");
    }

    /** An e-mail address as accounts know it. */
    static String email(String typed) {
        return tidy(typed).toLowerCase(Locale.ROOT);
    }

    static boolean isEmail(String text) {
        return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
    }

    /** What cannot be right, each with its field. */
    public List<Refusal> faults() {
        var faults = new ArrayList<>(foreigner == null ? citizensFaults() : foreigner.faults());
        if (!PHONE.matcher(phone).matches()) {
            faults.add(Refusal.invalid("PHONE_WRONG", "phone"));
        }
        if (!isEmail(email)) {
            faults.add(Refusal.invalid("EMAIL_WRONG", "email"));
        }
        return faults;
    }

    private List<Refusal> citizensFaults() {
        var faults = new ArrayList<Refusal>();
        if (RegisterNumber.read(registerNumber).isEmpty()) {
            faults.add(Refusal.invalid("REGISTER_NUMBER_WRONG", "registerNumber"));
        }
        if (!clanName.isEmpty() && !NAME.matcher(clanName).matches()) {
            faults.add(Refusal.invalid("NAME_WRONG", "clanName"));
        }
        if (!NAME.matcher(parentName).matches()) {
            faults.add(Refusal.invalid("NAME_WRONG", "parentName"));
        }
        if (!NAME.matcher(givenName).matches()) {
            faults.add(Refusal.invalid("NAME_WRONG", "givenName"));
        }
        return faults;
    }

    /** In the register of citizens, or in the passport. */
    public LocalDate born() {
        return foreigner == null ? new RegisterNumber(registerNumber).birthDate() : foreigner.born();
    }

    private static String tidy(String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }

    @Override
    public String toString() {
        return "Applicant[" + Mask.registerNumber(registerNumber) + "]";
    }
}
