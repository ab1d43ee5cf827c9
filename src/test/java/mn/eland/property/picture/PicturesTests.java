package mn.eland.property.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import mn.eland.kernel.PropertyId;
import mn.eland.property.PropertyView;
import mn.eland.property.PropertyView.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PicturesTests {

    private static PropertyView property(long id, Kind kind, double area) {
        boolean land = kind == Kind.LAND;
        return new PropertyView(new PropertyId(new UUID(1, id)), "Ү-2299000001", "000000101", null, kind, area, land ? null : 3,
                land ? null : 4, land ? null : 9, land ? null : 1990, "SBD", 1, "Сүхбаатар дүүрэг, 1-р хороо, A&B <гудамж> 12", 47.9, 106.9);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindIsDrawnAsAWholePicture(Kind kind) throws Exception {
        var property = property(7, kind, kind == Kind.LAND ? 620 : 72.4);

        for (var subject : property.pictureSubjects()) {
            var svg = Pictures.draw(property, subject);
            var root = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))).getDocumentElement();

            assertThat(root.getTagName()).isEqualTo("svg");
            assertThat(root.getElementsByTagName("*").getLength()).as(kind + " " + subject).isGreaterThan(25);
            assertThat(svg).doesNotContain("<script", "NaN", "Infinity");
        }
        assertThat(property.pictures()).hasSameSizeAs(property.pictureSubjects());
    }

    @Test
    void sameFactsGiveTheSamePicture() {
        assertThat(Pictures.draw(property(7, Kind.APARTMENT, 72.4), "facade")).isEqualTo(Pictures.draw(property(7, Kind.APARTMENT, 72.4), "facade"));
        assertThat(Pictures.draw(property(7, Kind.APARTMENT, 72.4), "plan")).isNotEqualTo(Pictures.draw(property(8, Kind.APARTMENT, 72.4), "plan"));
    }

    @Test
    void planShowsTheAreaAndAsManyRoomsAsThereAre() {
        var plan = Pictures.draw(property(7, Kind.APARTMENT, 72.4), "plan");

        assertThat(plan).contains("72.4 м²");
        assertThat(plan.split("#E8F0FA", -1)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void unknownSubjectIsNotDrawn() {
        assertThatThrownBy(() -> Pictures.draw(property(7, Kind.APARTMENT, 60), "cellar")).isInstanceOf(IllegalArgumentException.class);
    }
}
