package mn.eland.contract.redline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mn.eland.contract.redline.Redline.Clause;
import mn.eland.contract.redline.Redline.Line;
import mn.eland.contract.redline.Redline.Piece;
import mn.eland.contract.redline.Redline.State;
import org.junit.jupiter.api.Test;

class RedlineTests {

    private static final Clause PRICE = new Clause("2.1", "Үнэ 285,000,000 төгрөг байна.");
    private static final Clause KEYS = new Clause("2.2", "Худалдагч түлхүүрийг хүлээлгэн өгнө.");

    @Test
    void aChangedWordIsMarkedAndTheRestStays() {
        var lines = Redline.between(List.of(PRICE, KEYS), List.of(new Clause("2.1", "Үнэ 280,000,000 төгрөг байна."), KEYS));

        assertThat(lines).first().isEqualTo(new Line(State.CHANGED, "2.1", List.of(new Piece(State.SAME, "Үнэ "),
                new Piece(State.REMOVED, "285"), new Piece(State.ADDED, "280"), new Piece(State.SAME, ",000,000 төгрөг байна."))));
        assertThat(lines).extracting(Line::state).containsExactly(State.CHANGED, State.SAME);
    }

    @Test
    void aClauseThatOnlyMovedDownIsNoChange() {
        var lines = Redline.between(List.of(PRICE, KEYS), List.of(PRICE, new Clause("2.2", "Зогсоол хамт шилжинэ."),
                new Clause("2.3", KEYS.text())));

        assertThat(lines).extracting(Line::state).containsExactly(State.SAME, State.ADDED, State.SAME);
        assertThat(lines).extracting(Line::number).containsExactly("2.1", "2.2", "2.3");
    }

    @Test
    void whatIsGoneIsShownWithItsOldNumber() {
        assertThat(Redline.between(List.of(PRICE, KEYS), List.of(PRICE)))
                .last().isEqualTo(new Line(State.REMOVED, "2.2", List.of(new Piece(State.REMOVED, KEYS.text()))));
    }

    @Test
    void aClauseThatSharesLittleReplacesAndDoesNotChange() {
        var longClause = new Clause("5.1", "Нэг хоёр гурав дөрөв тав зургаа долоо найм ес арав.");
        var otherClause = new Clause("5.1", "Айл гэр хот суурин гол нуур уул тал говь хангай.");

        assertThat(Redline.between(List.of(longClause), List.of(otherClause))).extracting(Line::state).containsExactly(State.ADDED, State.REMOVED);
    }

    @Test
    void theWordingIsReadClauseByClauseInBothLanguages() {
        var clauses = Wording.of("""
                <h1>Гэрээ</h1><table class="facts"><tbody><tr><th scope="row">Үнэ</th><td>1</td><td>2</td></tr></tbody></table>
                <table class="text"><tbody><tr><td class="mn">2.1 Үнэ   &lt;b&gt;</td><td class="en">2.1 Price</td></tr>
                <tr><td><h2>3. Бусад</h2></td><td><h2>3. Other</h2></td></tr></tbody></table>""");

        assertThat(clauses).containsExactly(new Clause("", "Гэрээ"), new Clause("", "Үнэ · 1 · 2"), new Clause("2.1", "Үнэ <b>"),
                new Clause("2.1", "Price"), new Clause("3.", "Бусад"), new Clause("3.", "Other"));
    }
}
