package mn.eland.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyInWordsTests {

    @ParameterizedTest
    @CsvSource({
            "0, тэг",
            "1, нэг",
            "10, арван",
            "21, хорин нэг",
            "105, нэг зуун таван",
            "1000, нэг мянган",
            "5700000, таван сая долоон зуун мянган",
            "28500000, хорин найман сая таван зуун мянган",
            "285000000, хоёр зуун наян таван сая",
            "269895000, хоёр зуун жаран есөн сая найман зуун ерэн таван мянган",
            "1150000001, нэг тэрбум нэг зуун тавин сая нэг",
            "2345678, хоёр сая гурван зуун дөчин таван мянга зургаан зуун далан найман",
            "-950, хасах есөн зуун тавин"})
    void anAmountIsSpelledAsItStandsBeforeTheCurrency(long tugrug, String words) {
        assertThat(MoneyInWords.of(Money.of(tugrug))).isEqualTo(words);
    }

    @Test
    void anAmountBeyondTheWordsIsAnErrorAndNotAWrongSpelling() {
        assertThatThrownBy(() -> MoneyInWords.of(Money.of(Long.MAX_VALUE))).isInstanceOf(IllegalArgumentException.class);
        assertThat(MoneyInWords.withCurrency(Money.of(999_999_999_999_999L))).startsWith("есөн зуун ерэн есөн их наяд").endsWith("төгрөг");
    }
}
