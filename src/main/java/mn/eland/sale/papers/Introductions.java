package mn.eland.sale.papers;

import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.payment.Payments;
import mn.eland.payment.VatPayer;
import mn.eland.property.PersonOfCase;
import mn.eland.property.PropertyRegister;
import org.springframework.stereotype.Component;

/** Carries what must be known of people from identity to the register and to the cashier, who do not know each other. */
@Component
public class Introductions {

    private static final int PHONE_DIGITS = 8;

    private final Parties parties;
    private final PropertyRegister register;
    private final Payments payments;

    Introductions(Parties parties, PropertyRegister register, Payments payments) {
        this.parties = parties;
        this.register = register;
        this.payments = payments;
    }

    /** Tells the register who the person is in the words of the state register. */
    public void toRegister(CaseRef caseRef, PartyId who) {
        var view = parties.party(who);
        var name = view.companyName() == null ? view.givenName() : view.companyName();
        register.rememberPerson(caseRef, new PersonOfCase(who, parties.registerNumber(who, caseRef), view.parentName(), name));
    }

    /** Tells the cashier where the person is paid. */
    public void toCashier(CaseRef caseRef, Payments.Payee payee, PartyId who) {
        var view = parties.party(who);
        payments.payTo(caseRef, payee, new Payments.Beneficiary(who, view.fullName(), view.iban()));
    }

    /** Whom the tax office's receipt for a fee names. */
    public VatPayer vatPayer(CaseRef caseRef, PartyId who) {
        var view = parties.party(who);
        boolean company = view.companyName() != null;
        return new VatPayer(company, company ? parties.registerNumber(who, caseRef) : phone(view));
    }

    /** As the tax office knows it: the last eight digits. */
    private static String phone(PartyView person) {
        var digits = person.phone() == null ? "" : person.phone().replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - PHONE_DIGITS));
    }

    /** True when the seller gave the mandate through the holder of a power of attorney. */
    public boolean isByPower(CaseRef listing, PartyId seller) {
        return parties.actedFor(listing, seller).filter(paper -> paper.basis() == Parties.Basis.POA).isPresent();
    }

    public boolean isForeign(PartyId who) {
        var kind = parties.party(who).kind();
        return kind == PartyView.Kind.FOREIGN_PERSON || kind == PartyView.Kind.FOREIGN_COMPANY;
    }
}
