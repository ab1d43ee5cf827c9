package mn.eland.kernel;

import static org.assertj.core.api.Assertions.assertThat;

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

    @ParameterizedTest
    @CsvSource({"9223372036854775807, есөн тунамал"})
    void theLargestAmountHasWords(long tugrug, String start) {
        assertThat(MoneyInWords.withCurrency(Money.of(tugrug))).startsWith(start).endsWith("төгрөг");
    }
}
