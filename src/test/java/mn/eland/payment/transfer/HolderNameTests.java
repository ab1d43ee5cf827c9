package mn.eland.payment.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolderNameTests {

    @ParameterizedTest
    @CsvSource({
            "Ганболдын Тэмүүлэн, ГАНБОЛДЫН ТЭМҮҮЛЭН",
            "Ганболдын Тэмүүлэн, Ганболд Тэмүүлэн",
            "Ганболдын Тэмүүлэн, Г.Тэмүүлэн",
            "Ганболдын Тэмүүлэн, g. temuulen",
            "Ганболдын Тэмүүлэн, TEMUULEN GANBOLD",
            "Лхагвын Мөнхзул, Lkhagvyn Munkhzul",
            "Лхагвын Мөнхзул, LHAGVIIN MONHZUL",
            "Пүрэвийн Номин-Эрдэнэ, PUREV NOMIN ERDENE",
            "Пүрэвийн Номин-Эрдэнэ, П. Номинэрдэнэ",
            "Чулууны Батцэцэг, Чулуун Батцэцэг",
            "Цагаан Баярын Энхжин, Баярын Энхжин",
            "Цагаан Баярын Энхжин, Б.ЭНХЖИН",
            "Тайчууд Батын Анударь, ANUDARI BAT",
            "Хатагин Пүрэвийн Номин-Эрдэнэ, PUREV NOMIN-ERDENE",
            "Test Kim Min-jun, KIM MIN-JUN TEST",
            "«Сарнай Зууч» ХХК, SARNAI ZUUCH LLC"})
    void theSameHolderIsRecognisedHoweverTheBankWritesIt(String ours, String banks) {
        assertThat(HolderName.same(ours, banks)).isTrue();
        assertThat(HolderName.same(banks, ours)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
            "Ганболдын Тэмүүлэн, Дашийн Хүслэн",
            "Ганболдын Тэмүүлэн, Тэмүүлэн",
            "Ганболдын Тэмүүлэн, Д.Тэмүүлэн",
            "Ганболдын Тэмүүлэн, Ганболдын Т",
            "Ганболдын Тэмүүлэн, Ганбатын Тэмүүлэн",
            "Ганболдын Тэмүүлэн, Ганболдын Тэмүүжин",
            "Цагаан Баярын Энхжин, Цагаан Энхжин",
            "Цагаан Баярын Энхжин, Батын Энхжин",
            "Ганболдын Тэмүүлэн, ''",
            "«Сарнай Зууч» ХХК, «Сарнай Трейд» ХХК",
            "ХХК, LLC"})
    void somebodyElseIsNotTakenForTheHolder(String ours, String banks) {
        assertThat(HolderName.same(ours, banks)).isFalse();
        assertThat(HolderName.same(banks, ours)).isFalse();
    }
}
