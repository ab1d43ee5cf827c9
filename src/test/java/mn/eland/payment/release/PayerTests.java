package mn.eland.payment.release;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.payment.Inflow.Whose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayerTests {

    private static final Payer.Known BUYER = new Payer.Known("Цагаан Баярын Энхжин", "MN110005999900001003");
    private static final Payer.Known SELLER = new Payer.Known("Боржигин Ганболдын Тэмүүлэн", "MN110005999900001001");

    @ParameterizedTest
    @CsvSource({"MN110005999900001003,Хэн нэгэн,BUYER", "MN640004999900000002,ЦАГААН ЭНХЖИН,BUYER", "MN640004999900000002,Б.ЭНХЖИН,BUYER",
            "MN640004999900000002,БАЯРЫН,STRANGER", "MN640004999900000002,Д.ЭНХЖИН,STRANGER", "MN640004999900000002,ДОРЖ БАТ,STRANGER",
            "MN640004999900000002,,STRANGER", "MN110005999900001001,ГАНБОЛДЫН ТЭМҮҮЛЭН,SELLER", ",ДОРЖ БАТ,UNKNOWN"})
    void thePayerIsKnownByAccountOrByName(String account, String name, Whose whose) {
        assertThat(Payer.of(account, name, BUYER, SELLER)).isEqualTo(whose);
    }
}
