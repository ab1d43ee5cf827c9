package mn.eland.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
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

    @ParameterizedTest
    @CsvSource({
        "0,тэг төгрөг,zero tögrög",
        "1,нэг төгрөг,one tögrög",
        "10,арван төгрөг,ten tögrög",
        "19,арван есөн төгрөг,nineteen tögrög",
        "101,нэг зуун нэг төгрөг,one hundred one tögrög",
        "1000,нэг мянган төгрөг,one thousand tögrög",
        "855000,найман зуун тавин таван мянган төгрөг,eight hundred fifty-five thousand tögrög",
        "28500000,хорин найман сая таван зуун мянган төгрөг,twenty-eight million five hundred thousand tögrög",
        "285000000,хоёр зуун наян таван сая төгрөг,two hundred eighty-five million tögrög",
        "269895000,хоёр зуун жаран есөн сая найман зуун ерэн таван мянган төгрөг,two hundred sixty-nine million eight hundred ninety-five thousand tögrög",
        "1150000000,нэг тэрбум нэг зуун тавин сая төгрөг,one billion one hundred fifty million tögrög",
        "-40,хасах дөчин төгрөг,minus forty tögrög"})
    void amountsAreSpelledOut(long tugrug, String mongolian, String english) {
        assertThat(MoneyInWords.of(Money.of(tugrug), Locale.forLanguageTag("mn"))).isEqualTo(mongolian);
        assertThat(MoneyInWords.of(Money.of(tugrug), Locale.ENGLISH)).isEqualTo(english);
    }
}
