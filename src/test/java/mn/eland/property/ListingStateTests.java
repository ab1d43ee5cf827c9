package mn.eland.property;

import static mn.eland.property.ListingView.State.DRAFT;
import static mn.eland.property.ListingView.State.EXPIRED;
import static mn.eland.property.ListingView.State.LOCKED;
import static mn.eland.property.ListingView.State.PUBLISHED;
import static mn.eland.property.ListingView.State.RESERVED;
import static mn.eland.property.ListingView.State.SOLD;
import static mn.eland.property.ListingView.State.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import mn.eland.property.ListingView.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListingStateTests {

    private static final Map<State, Set<State>> WAYS = Map.of(
            DRAFT, Set.of(PUBLISHED, WITHDRAWN, EXPIRED, LOCKED), PUBLISHED, Set.of(RESERVED, WITHDRAWN, EXPIRED, LOCKED),
            RESERVED, Set.of(PUBLISHED, SOLD, EXPIRED, LOCKED), LOCKED, Set.of(DRAFT), SOLD, Set.of(), WITHDRAWN, Set.of(), EXPIRED, Set.of());

    @ParameterizedTest
    @EnumSource(State.class)
    void listingGoesOnlyItsWays(State from) {
        for (var to : State.values()) {
            assertThat(from.mayBecome(to)).as(from + " to " + to).isEqualTo(WAYS.get(from).contains(to));
        }
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void onlyPublishedAndReservedArePublic(State state) {
        assertThat(state.isPublic()).isEqualTo(state == PUBLISHED || state == RESERVED);
    }
}
