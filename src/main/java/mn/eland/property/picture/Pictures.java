package mn.eland.property.picture;

import java.util.Random;
import mn.eland.property.PropertyView;

/** Draws a property from its facts: the same facts always give the same picture. */
public final class Pictures {

    private Pictures() {
    }

    /** @param subject one of {@link PropertyView#pictureSubjects()} */
    public static String draw(PropertyView property, String subject) {
        var id = property.id().value();
        var random = new Random(scattered(id.getMostSignificantBits() * 31 + id.getLeastSignificantBits() * 17 + subject.hashCode()));
        return switch (subject) {
            case "facade" -> facade(property, random);
            case "plan" -> new PlanDrawing(property, random).draw();
            case "room" -> new RoomDrawing(random).draw();
            case "site" -> new SiteDrawing(property, random).draw();
            default -> throw new IllegalArgumentException("no picture of " + subject);
        };
    }

    /** Neighbouring ids must not begin with the same random numbers. */
    private static long scattered(long seed) {
        long mixed = (seed ^ seed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    private static String facade(PropertyView property, Random random) {
        return switch (property.kind()) {
            case LAND, POSSESSION_RIGHT -> new PlotDrawing(property, random).draw();
            case PARKING -> new GarageDrawing(random).draw();
            default -> new FacadeDrawing(property, random).draw();
        };
    }
}
