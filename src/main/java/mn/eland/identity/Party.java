package mn.eland.identity;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import mn.eland.kernel.Mask;
import mn.eland.kernel.PartyId;

/** A person or company with everything we know; never leaves the module. */
record Party(PartyId id, PartyView.Kind kind, String clanName, String parentName, String givenName, String companyName,
             String registerNumber, LocalDate birthDate, String phone, String email, String address, String iban,
             boolean resident, String country, String customerType, boolean beneficialOwnerKnown, boolean metInPerson) {

    private static final Pattern GENITIVE = Pattern.compile("(гийн|гын|ийн|ын|ий|ы|[аэоөиуүя])$");

    PartyView view() {
        return new PartyView(id, kind, clanName, parentName, givenName, companyName, shownNumber(), birthDate, phone, email,
                address, iban, resident);
    }

    /** True for those the civil register of Mongolia can be asked about. */
    boolean isCompany() {
        return kind == PartyView.Kind.COMPANY;
    }

    /** Quotation marks and the form of the company are written as anybody likes. */
    boolean isCalled(String name) {
        return name != null && plain(companyName).equals(plain(name));
    }

    private static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[«»\"'“”\\s]|ХХК|ХК", "");
    }

    boolean isCitizen() {
        return kind == PartyView.Kind.PERSON;
    }

    boolean isNamed(String givenName, String parentName) {
        return same(this.givenName, givenName) && same(stem(this.parentName), stem(parentName));
    }

    /** Numbers of companies are public. */
    private String shownNumber() {
        return companyName != null ? registerNumber : Mask.registerNumber(registerNumber);
    }

    /** The register writes a parent's name as it is, documents in the genitive: Ганболд, Ганболдын. */
    private static String stem(String parentName) {
        return parentName == null ? null : GENITIVE.matcher(parentName.strip()).replaceFirst("");
    }

    private static boolean same(String one, String other) {
        return one != null && other != null && one.strip().equalsIgnoreCase(other.strip());
    }

    @Override
    public String toString() {
        return "Party[" + id + "]";
    }
}
