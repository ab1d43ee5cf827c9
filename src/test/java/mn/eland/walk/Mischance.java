package mn.eland.walk;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** What goes wrong outside: by chance, but never twice with the same thing, so that trying again always helps. */
final class Mischance {

    private final Random random;
    private final Set<String> suffered = new HashSet<>();

    Mischance(Random random) {
        this.random = random;
    }

    boolean strikes(double share, String what) {
        return random.nextDouble() < share && suffered.add(what);
    }

    Random random() {
        return random;
    }
}
