package mn.eland.integration.xyp.simulator;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the state keeps: titles, their owners and entries, parcels. */
public class Registers {

    private static final ZoneId ULAANBAATAR = ZoneId.of("Asia/Ulaanbaatar");

    private final JdbcClient jdbc;
    private final Clock clock;

    public Registers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param kind «Газар» for land, else «Үл хөдлөх эд хөрөнгө» */
    public record Title(String propertyNo, String kind, String usage, String certificateNo, String parcelId, BigDecimal areaM2,
                        BigDecimal valueMnt, String fullAddress) {
    }

    /** A person or, without parent's name, a company. */
    public record Owner(String regnum, String surname, String lastname, String firstname) {

        public String name() {
            return lastname.isBlank() ? firstname : lastname + " " + firstname;
        }
    }

    /** @param active false when it no longer holds */
    public record Entry(long id, String serviceName, LocalDate registeredOn, String ownerName, String otherParty,
                        BigDecimal contractPrice, boolean active) {
    }

    /** A piece of land in the cadastre. */
    public record Parcel(String parcelId, BigDecimal areaM2, String landuse, String district, String khoroo, String street,
                         String propertyNo, boolean mortgage, boolean court) {
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ULAANBAATAR);
    }

    public Optional<Title> title(String propertyNo) {
        return jdbc.sql("select * from simulators.titles where property_no = ?").param(propertyNo).query(Registers::title).optional();
    }

    public List<Title> titles(String search, int limit) {
        return jdbc.sql("select * from simulators.titles where property_no like ? order by property_no limit ?")
                .param("%" + search + "%").param(limit).query(Registers::title).list();
    }

    List<Title> titlesOf(String regnum) {
        return jdbc.sql("select t.* from simulators.titles t join simulators.title_owners using (property_no) where regnum = ? order by 1")
                .param(regnum).query(Registers::title).list();
    }

    public List<Owner> owners(String propertyNo) {
        return jdbc.sql("select * from simulators.title_owners where property_no = ? order by position").param(propertyNo)
                .query((row, n) -> new Owner(row.getString("regnum"), row.getString("surname"), row.getString("lastname"),
                        row.getString("firstname"))).list();
    }

    public List<Entry> entries(String propertyNo) {
        return jdbc.sql("select * from simulators.title_entries where property_no = ? order by id").param(propertyNo)
                .query(Registers::entry).list();
    }

    /** Writes an entry into the title. */
    public void enter(String propertyNo, String serviceName, String otherParty, BigDecimal contractPrice) {
        var owner = owners(propertyNo).stream().map(Owner::name).findFirst().orElse("");
        jdbc.sql("""
                insert into simulators.title_entries (property_no, service_name, registered_on, owner_name, other_party, contract_price)
                values (?, ?, ?, ?, ?, ?)""")
                .param(propertyNo).param(serviceName).param(today()).param(owner).param(otherParty).param(contractPrice).update();
    }

    /** Says that entries of this kind no longer hold. */
    public void end(String propertyNo, String serviceName) {
        jdbc.sql("update simulators.title_entries set active = false where property_no = ? and service_name = ? and active")
                .param(propertyNo).param(serviceName).update();
    }

    /** A new owner under a new certificate; ownership entries of before no longer hold, burdens stay. */
    public String transfer(String propertyNo, Owner buyer, BigDecimal price) {
        jdbc.sql("update simulators.title_entries set active = false where property_no = ? and service_name like '%мчлөх эрх%' and active")
                .param(propertyNo).update();
        jdbc.sql("delete from simulators.title_owners where property_no = ?").param(propertyNo).update();
        jdbc.sql("insert into simulators.title_owners values (?, 1, ?, ?, ?, ?)").param(propertyNo).param(buyer.regnum())
                .param(buyer.surname()).param(buyer.lastname()).param(buyer.firstname()).update();
        enter(propertyNo, EntryWords.TRANSFER, null, price);
        var certificate = "%09d".formatted(jdbc.sql("select nextval('simulators.certificates')").query(Long.class).single());
        jdbc.sql("update simulators.titles set certificate_no = ? where property_no = ?").param(certificate).param(propertyNo).update();
        return certificate;
    }

    Optional<Parcel> parcel(String parcelId) {
        return jdbc.sql("select * from simulators.parcels where parcel_id = ?").param(parcelId)
                .query((row, n) -> new Parcel(row.getString("parcel_id"), row.getBigDecimal("area_m2"), row.getString("landuse"),
                        row.getString("district"), row.getString("khoroo"), row.getString("street"), row.getString("property_no"),
                        row.getBoolean("mortgage"), row.getBoolean("court"))).optional();
    }

    private static Title title(ResultSet row, int n) throws SQLException {
        return new Title(row.getString("property_no"), row.getString("kind"), row.getString("usage"), row.getString("certificate_no"),
                row.getString("parcel_id"), row.getBigDecimal("area_m2"), row.getBigDecimal("value_mnt"), row.getString("full_address"));
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(row.getLong("id"), row.getString("service_name"), row.getObject("registered_on", LocalDate.class),
                row.getString("owner_name"), row.getString("other_party"), row.getBigDecimal("contract_price"), row.getBoolean("active"));
    }
}
