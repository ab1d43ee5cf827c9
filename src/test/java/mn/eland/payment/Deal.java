package mn.eland.payment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.payment.Payments.Beneficiary;
import mn.eland.payment.Payments.Payee;
import mn.eland.payment.Payments.Settlement;

/** The deal of the handbook's money example, as the sale would describe it. */
final class Deal {

    static final long PRICE = 285_000_000;
    static final long DEPOSIT = 28_500_000;
    static final long BALANCE = 256_500_000;
    static final long TAX = 5_700_000;
    static final long BROKER_FEE = 8_550_000;
    static final long BROKER_VAT = 855_000;
    static final long SELLER_NET = 269_895_000;
    static final long SALE_VAT = 25_909_091;

    static final PartyId SELLER = new PartyId(new UUID(0, 1));
    static final PartyId BUYER = new PartyId(new UUID(0, 3));
    static final PartyId BROKER = new PartyId(new UUID(0, 4));
    static final String SELLER_IBAN = "MN650005999900001001";
    static final String BUYER_IBAN = "MN110005999900001003";
    static final String BROKER_IBAN = "MN640015999900001004";
    static final String LENDER_IBAN = "MN400032999900000004";
    static final Actor SUVD = new Actor(new PartyId(new UUID(0, 17)), "М. Сувд", Set.of(Role.ESCROW_OFFICER));
    static final Actor SECOND_OFFICER = new Actor(new PartyId(new UUID(0, 20)), "Хоёр дахь ажилтан", Set.of(Role.ESCROW_OFFICER));
    static final Actor HEAD = new Actor(new PartyId(new UUID(0, 19)), "Комплаенсын дарга", Set.of(Role.COMPLIANCE_HEAD));

    /** Who holds the accounts by the bank's register. */
    static final Map<String, String> HOLDERS = Map.of(SELLER_IBAN, "ГАНБОЛД ТЭМҮҮЛЭН", BUYER_IBAN, "Баярын Энхжин", BROKER_IBAN, "L.Munkhzul",
            LENDER_IBAN, "ХасБанкны данс");

    private Deal() {
    }

    static void accountsAreKnown(Payments payments, CaseRef deal) {
        payments.payTo(deal, Payee.BUYER, new Beneficiary(BUYER, "Цагаан Баярын Энхжин", BUYER_IBAN));
        payments.payTo(deal, Payee.SELLER, new Beneficiary(SELLER, "Ганболдын Тэмүүлэн", SELLER_IBAN));
        payments.payTo(deal, Payee.BROKER, new Beneficiary(BROKER, "Лхагвын Мөнхзул", BROKER_IBAN));
        payments.payTo(deal, Payee.MORTGAGEE, new Beneficiary(null, "ХасБанк", LENDER_IBAN));
    }

    /** The handbook's division: tax 2 %, broker 3 % and VAT. */
    static Settlement ofTheHandbook() {
        return new Settlement(Money.of(PRICE), SELLER, BROKER, Money.of(TAX), Money.ZERO, Money.of(BROKER_FEE),
                Money.of(BROKER_VAT), Money.ZERO, Money.ZERO, Money.of(SELLER_NET));
    }

    /** The same where the seller is a company that pays value added tax on a new home. */
    static Settlement ofADeveloper() {
        return new Settlement(Money.of(PRICE), SELLER, BROKER, Money.of(TAX), Money.of(SALE_VAT), Money.ZERO, Money.of(BROKER_FEE),
                Money.of(BROKER_VAT), Money.ZERO, Money.ZERO, Money.of(SELLER_NET - SALE_VAT));
    }

    /** A large price with a loan to pay off and a fee of the platform. */
    static Settlement large() {
        return new Settlement(Money.of(600_000_000), SELLER, null, Money.of(12_000_000), Money.of(200_000_000), Money.ZERO,
                Money.ZERO, Money.of(3_000_000), Money.of(300_000), Money.of(384_700_000));
    }

    static List<String> everybody() {
        return List.of(SELLER_IBAN, BUYER_IBAN, BROKER_IBAN, LENDER_IBAN);
    }
}
