package planted;

import org.springframework.modulith.Modulithic;

/** A house with a fault on purpose, to show that the check of arrows can fail. */
@Modulithic
public class PlantedHouse {
}
