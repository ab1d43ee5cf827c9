package mn.eland.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTests {

    @Test
    void isWrittenWithThinSpacesAndTheSign() {
        assertThat(Money.of(285_000_000)).hasToString("285\u202F000\u202F000\u202F₮");
        assertThat(Money.of(-950)).hasToString("−950\u202F₮");
    }

    @Test
    void aPercentageIsRoundedHalfUpToAWholeTugrug() {
        assertThat(Money.of(333).percent(10)).isEqualTo(Money.of(33));
        assertThat(Money.of(335).percent(10)).isEqualTo(Money.of(34));
    }

    @Test
    void overflowIsAnErrorAndNotAWrongAmount() {
        assertThatThrownBy(() -> Money.of(Long.MAX_VALUE).plus(Money.of(1))).isInstanceOf(ArithmeticException.class);
    }
}
