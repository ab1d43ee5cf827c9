package mn.eland.property.market;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.property.ListingView;
import mn.eland.property.PropertyView;

/** Rows of the register as views. */
public final class ListingRows {

    public static final String PROPERTY_COLUMNS = """
            p.id, p.registry_no, p.certificate_no, p.parcel_no, p.kind, p.area_m2, p.rooms, p.floor, p.floors,
            p.year_built, p.district, p.khoroo, p.address, p.latitude, p.longitude""";

    public static final String SELECT_LISTING = "select l.number, l.seller, l.agent, l.title, l.description, l.price, l.state, "
            + "l.published_at, l.version, l.approved_price, " + PROPERTY_COLUMNS
            + " from property.listings l join property.properties p on p.id = l.property_id ";

    private ListingRows() {
    }

    public static ListingView listing(ResultSet row, int number) throws SQLException {
        var property = property(row, number);
        var published = row.getTimestamp("published_at");
        var agent = row.getObject("agent", UUID.class);
        return new ListingView(CaseRef.of(row.getString("number")), property, new PartyId(row.getObject("seller", UUID.class)),
                agent == null ? null : new PartyId(agent), row.getString("title"), row.getString("description"),
                Money.of(row.getLong("price")), ListingView.State.valueOf(row.getString("state")),
                published == null ? null : published.toInstant(), property.pictures());
    }

    public static PropertyView property(ResultSet row, int number) throws SQLException {
        return new PropertyView(new PropertyId(row.getObject("id", UUID.class)), row.getString("registry_no"),
                row.getString("certificate_no"), row.getString("parcel_no"), PropertyView.Kind.valueOf(row.getString("kind")),
                row.getDouble("area_m2"), row.getObject("rooms", Integer.class), row.getObject("floor", Integer.class),
                row.getObject("floors", Integer.class), row.getObject("year_built", Integer.class),
                row.getString("district"), row.getInt("khoroo"), row.getString("address"), row.getDouble("latitude"),
                row.getDouble("longitude"));
    }
}
