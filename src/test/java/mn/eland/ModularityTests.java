package mn.eland;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.modulith.docs.Documenter;
import planted.PlantedHouse;

/** Arrows between modules go down only, and only where a module's package-info allows them. */
class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(Eland.class);

    @Test
    void modulesKnowOnlyWhomTheyMay() {
        modules.verify();
    }

    @Test
    void moduleDiagramsAreDrawnFromTheCode() {
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }

    @Test
    void anArrowThatGoesUpIsCaught() {
        var planted = ApplicationModules.of(PlantedHouse.class, ImportOption.Predefined.ONLY_INCLUDE_TESTS);

        assertThatThrownBy(planted::verify).isInstanceOf(Violations.class).hasMessageContaining("cellar");
    }
}
