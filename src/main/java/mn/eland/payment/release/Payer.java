package mn.eland.payment.release;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import mn.eland.payment.Inflow.Whose;
import mn.eland.payment.transfer.NameChecks;

/** Tells whose money came in, by the account and by the name the bank knows the account under. */
final class Payer {

    private Payer() {
    }

    /** An account of the buyer's own that we did not know is no stranger's; without an account nothing is known. */
    static Whose of(String account, String name, Known buyer, Known seller) {
        if (account == null || buyer == null) {
            return Whose.UNKNOWN;
        }
        if (account.equals(buyer.iban) || isNamed(name, buyer.name) || NameChecks.sameHolder(buyer.name, name)) {
            return Whose.BUYER;
        }
        return seller != null && account.equals(seller.iban) ? Whose.SELLER : Whose.STRANGER;
    }

    /** Banks shorten: the given name must be there, of the others an initial is enough. */
    static boolean isNamed(String name, String fullName) {
        var written = words(name);
        var known = words(fullName);
        return !written.isEmpty() && !known.isEmpty() && written.contains(known.get(known.size() - 1))
                && written.stream().allMatch(word -> known.stream().anyMatch(part -> word.length() == 1 ? part.startsWith(word) : part.equals(word)));
    }

    private static List<String> words(String name) {
        return name == null ? List.of() : Arrays.stream(name.toLowerCase(Locale.ROOT).split("[\\s.]+")).filter(word -> !word.isEmpty()).toList();
    }

    /** A party of the case as the cashier was told of it. */
    record Known(String name, String iban) {
    }
}
