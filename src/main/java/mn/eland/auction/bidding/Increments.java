package mn.eland.auction.bidding;

import java.util.List;
import mn.eland.kernel.Money;

/** By how much a bid must exceed the price, as published with the lot (handbook 9A.15). Ascending, the first from zero. */
public record Increments(List<Step> steps) {

    /** From this price on, and including it, at least this much more. */
    public record Step(Money from, Money more) {
    }

    public Increments {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || !steps.get(0).from().isZero()) {
            throw new IllegalArgumentException("increments begin at zero: " + steps);
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).more().isPositive() || i > 0 && steps.get(i).from().compareTo(steps.get(i - 1).from()) <= 0) {
                throw new IllegalArgumentException("increments are positive and ascend: " + steps);
            }
        }
    }

    /** The price and one step. */
    public Money above(Money price) {
        int i = steps.size() - 1;
        while (i > 0 && steps.get(i).from().compareTo(price) > 0) {
            i--;
        }
        return price.plus(steps.get(i).more());
    }
}
