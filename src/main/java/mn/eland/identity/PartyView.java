package mn.eland.identity;

import java.time.LocalDate;
import mn.eland.kernel.PartyId;

/**
 * A person or company as neighbours see it. Register numbers are masked; the full number is a separate, checked call.
 *
 * @param kind         person, company, or a foreign person or company
 * @param registerNo   masked: {@code ЯЯ••••••12}
 * @param iban         verified pay-out account, or null
 */
public record PartyView(PartyId id, Kind kind, String clanName, String parentName, String givenName, String companyName,
                        String registerNo, LocalDate birthDate, String phone, String email, String address, String iban,
                        boolean resident) {

    public enum Kind { PERSON, COMPANY, FOREIGN_PERSON, FOREIGN_COMPANY }

    /** On screens: {@code Б. Болд}, or the company's name. */
    public String shortName() {
        if (companyName != null) {
            return companyName;
        }
        return parentName == null || parentName.isEmpty() ? givenName : parentName.charAt(0) + ". " + givenName;
    }

    /** In contracts: clan, parent's name, given name. */
    public String fullName() {
        if (companyName != null) {
            return companyName;
        }
        return java.util.stream.Stream.of(clanName, parentName, givenName).filter(part -> part != null && !part.isBlank())
                .collect(java.util.stream.Collectors.joining(" "));
    }

    public boolean isPerson() {
        return kind == Kind.PERSON || kind == Kind.FOREIGN_PERSON;
    }
}
