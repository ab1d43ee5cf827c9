package mn.eland.property.title;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Iban;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.property.PayoffLetter;
import mn.eland.property.PersonOfCase;
import mn.eland.property.PropertyView;
import mn.eland.property.TitleReading;
import mn.eland.property.spi.OwnershipRegistry;
import mn.eland.property.spi.OwnershipRegistry.Parcel;
import mn.eland.store.reading.Reads;
import mn.eland.store.vault.PersonVault;
import mn.eland.store.vault.SealedColumn;
import mn.eland.store.vault.SealedColumns;
import mn.eland.store.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Readings of the state register: taken, decided and cured; nothing is ever changed or taken back. */
@Component
public class Titles implements SealedColumns {

    static final SealedColumn OWNERS = new SealedColumn("property.title_owners", "register_no", "reading_id || '/' || position");
    private static final Reads READINGS = Reads.of("property.title_readings", "property.title_decisions");
    private static final String NUMBER = "property.case_people.register_no";
    private static final String SELECT = "select r.*, d.decision, d.code from property.title_readings r "
            + "left join property.title_decisions d on d.reading_id = r.id ";

    /** Papers shown since the property last changed hands: a consent ends with its owner. */
    private static final String OF_THE_OWNER = "property_id = :property and cured_at::date >= "
            + "coalesce((select max(transferred_on) from property.transfers where property_id = :property), date '1900-01-01')";

    private final JdbcClient jdbc;
    private final OwnershipRegistry registry;
    private final ElandClock clock;
    private final Vault vault;
    private final PersonVault people;

    Titles(JdbcClient jdbc, OwnershipRegistry registry, ElandClock clock, Vault vault, PersonVault people) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.clock = clock;
        this.vault = vault;
        this.people = people;
    }

    public void remember(CaseRef caseRef, PersonOfCase person) {
        jdbc.sql("""
                        insert into property.case_people (case_no, party, register_no, parent_name, given_name)
                        values (:caseNo, :party, :registerNo, :parentName, :givenName)
                        on conflict (case_no, party) do update set register_no = excluded.register_no,
                            parent_name = excluded.parent_name, given_name = excluded.given_name""")
                .param("caseNo", caseRef.number()).param("party", person.party().value())
                .param("registerNo", people.seal(person.party(), person.registerNumber().strip().toUpperCase(java.util.Locale.ROOT), NUMBER))
                .param("parentName", person.parentName() == null ? "" : person.parentName())
                .param("givenName", person.givenName()).update();
    }

    PersonOfCase person(CaseRef caseRef, PartyId party) {
        return jdbc.sql("select * from property.case_people where case_no = :caseNo and party = :party")
                .param("caseNo", caseRef.number()).param("party", party.value())
                .query((row, n) -> new PersonOfCase(party, people.open(party, row.getString("register_no"), NUMBER), row.getString("parent_name"), row.getString("given_name")))
                .optional().orElseThrow(() -> new IllegalStateException("nobody told the register who " + party + " is in " + caseRef));
    }

    /** Asks the state register and the cadastre, and keeps what they said together with what the platform knows. */
    TitleReading read(CaseRef caseRef, PropertyView property, PartyId seller, int fullAge) {
        var asking = person(caseRef, seller).registerNumber();
        var title = registry.title(property.registryNo(), asking);
        Optional<Parcel> parcel = property.parcelNo() == null ? Optional.empty() : registry.parcel(property.parcelNo(), asking);
        var reading = TitleFindings.of(title, parcel, new TitleFindings.Known(property, asking, cured(property.id()),
                filedByAnother(property.id(), caseRef), openDeals(property.id(), caseRef), clock.instant(), clock.today(), fullAge));
        keep(caseRef, property.id(), reading);
        title.ifPresent(found -> keepOwners(caseRef, TitleFindings.owners(found, clock.today(), fullAge)));
        return reading;
    }

    private void keepOwners(CaseRef caseRef, List<TitleReading.Owner> owners) {
        long reading = jdbc.sql("select max(id) from property.title_readings where case_no = ?").param(caseRef.number()).query(Long.class).single();
        for (int i = 0; i < owners.size(); i++) {
            var owner = owners.get(i);
            var sealed = vault.seal(owner.registerNumber(), OWNERS.place(reading + "/" + (i + 1)));
            jdbc.sql("insert into property.title_owners (reading_id, position, register_no, name, minor) values (?, ?, ?, ?, ?)")
                    .params(reading, i + 1, sealed, owner.name(), owner.minor()).update();
        }
    }

    /** All owners that the last reading of the property named. */
    public List<TitleReading.Owner> owners(PropertyId property) {
        return jdbc.sql("""
                        select o.* from property.title_owners o where o.reading_id =
                            (select max(id) from property.title_readings where property_id = ?) order by o.position""")
                .param(property.value()).query((row, n) -> new TitleReading.Owner(vault.open(row.getString("register_no"),
                        OWNERS.place(row.getLong("reading_id") + "/" + row.getInt("position"))), row.getString("name"), row.getBoolean("minor"))).list();
    }

    /** Defects for which papers were shown by the present owner; a bank's pay-off letter holds until its day. */
    private Set<String> cured(PropertyId property) {
        return Set.copyOf(jdbc.sql("select distinct code from property.title_cures where " + OF_THE_OWNER
                        + " and (code <> 'MORTGAGE' or payoff_valid_until >= :today)")
                .param("property", property.value()).param("today", clock.today()).query(String.class).list());
    }

    public Optional<PayoffLetter> payoff(PropertyId property) {
        return jdbc.sql("select * from property.title_cures where " + OF_THE_OWNER
                        + " and code = 'MORTGAGE' and payoff_mnt is not null order by id desc limit 1")
                .param("property", property.value()).query((row, n) -> new PayoffLetter(row.getString("issuer"),
                        row.getString("document_no"), row.getObject("document_date", LocalDate.class), Money.of(row.getLong("payoff_mnt")),
                        row.getString("payoff_iban"), row.getObject("payoff_valid_until", LocalDate.class))).optional();
    }

    private boolean filedByAnother(PropertyId property, CaseRef caseRef) {
        return jdbc.sql("select exists (select from property.filings where property_id = :property and case_no <> :caseNo and state in ('FILING', 'PENDING'))")
                .param("property", property.value()).param("caseNo", caseRef.number()).query(Boolean.class).single();
    }

    /** Other sales that hold the property, and other listings of it; a sale's own listing is not another deal. */
    private int openDeals(PropertyId property, CaseRef caseRef) {
        return jdbc.sql("""
                        select (select count(*) from property.reservations where property_id = :property and sale <> :caseNo and released_at is null)
                             + (select count(*) from property.listings where property_id = :property and number <> :caseNo
                                    and state in ('DRAFT', 'PUBLISHED', 'RESERVED') and :caseNo like 'L-%')""")
                .param("property", property.value()).param("caseNo", caseRef.number()).query(Integer.class).single();
    }

    private void keep(CaseRef caseRef, PropertyId property, TitleReading r) {
        jdbc.sql("""
                        insert into property.title_readings (case_no, property_id, read_at, found, owner_match, certificate_match, arrest,
                            court_dispute, mortgage, mortgagee_consent, pending_filing, lease_registered, parcel_match, minor_owner,
                            permit_for_minor, unfinished, area_diff_pct, open_deals, regime, owner_names)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(caseRef.number(), property.value(), Timestamp.from(r.readAt()), r.found(), r.ownerMatch(), r.certificateMatch(),
                        r.arrest(), r.courtDispute(), r.mortgage(), r.mortgageeConsent(), r.pendingFiling(), r.leaseRegistered(),
                        r.parcelMatch(), r.minorOwner(), r.permitForMinor(), r.unfinished(), r.areaDiffPct(), r.openDealsSameRegistry(),
                        r.regime(), String.join("\n", r.ownerNames())).update();
    }

    /** What the table said about the last reading of the case; the platform now knows the owner of a clear title. */
    void decide(CaseRef caseRef, PropertyId property, PartyId seller, String decision, String code) {
        jdbc.sql("""
                        insert into property.title_decisions (reading_id, decision, code, decided_at)
                        select max(id), :decision, :code, :now from property.title_readings where case_no = :caseNo and property_id = :property
                        on conflict (reading_id) do nothing""")
                .param("decision", decision).param("code", code).param("now", Timestamp.from(clock.instant()))
                .param("caseNo", caseRef.number()).param("property", property.value()).update();
        if ("OK".equals(decision)) {
            jdbc.sql("update property.properties set owner = :seller where id = :property")
                    .param("seller", seller.value()).param("property", property.value()).update();
        }
    }

    public Optional<TitleReading> last(PropertyId property) {
        return READINGS.once(property, () -> jdbc.sql(SELECT + "where r.property_id = :property order by r.id desc limit 1")
                .param("property", property.value()).query(Titles::reading).optional());
    }

    public Optional<TitleReading> last(CaseRef caseRef) {
        return jdbc.sql(SELECT + "where r.case_no = :caseNo order by r.id desc limit 1")
                .param("caseNo", caseRef.number()).query(Titles::reading).optional();
    }

    Optional<PropertyId> propertyOf(CaseRef caseRef) {
        return jdbc.sql("select property_id from property.title_readings where case_no = :caseNo order by id desc limit 1")
                .param("caseNo", caseRef.number()).query(UUID.class).optional().map(PropertyId::new);
    }

    void cure(Actor actor, CaseRef caseRef, PropertyId property, String code, TitleDesk.Cure cure) {
        var payoff = cure.payoff();
        jdbc.sql("""
                        insert into property.title_cures (case_no, property_id, code, document_no, document_date, issuer, note, cured_by,
                            cured_at, payoff_mnt, payoff_iban, payoff_valid_until)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(caseRef.number(), property.value(), code, cure.documentNo(), cure.documentDate(), cure.issuer(),
                        cure.note() == null ? "" : cure.note(), actor.party().value(), Timestamp.from(clock.instant()),
                        payoff == null ? null : payoff.amount().tugrug(), payoff == null ? null : Iban.of(payoff.iban()).value(),
                        payoff == null ? null : payoff.validUntil()).update();
        if (cure.parcelNo() != null) {
            jdbc.sql("update property.properties set parcel_no = :parcelNo where id = :property")
                    .param("parcelNo", cure.parcelNo()).param("property", property.value()).update();
        }
        if (cure.areaM2() != null) {
            jdbc.sql("update property.properties set area_m2 = :area where id = :property")
                    .param("area", cure.areaM2()).param("property", property.value()).update();
        }
    }

    private static TitleReading reading(ResultSet row, int number) throws SQLException {
        var names = row.getString("owner_names");
        return new TitleReading(row.getBoolean("found"), row.getBoolean("owner_match"), row.getBoolean("certificate_match"),
                row.getBoolean("arrest"), row.getBoolean("court_dispute"), row.getBoolean("mortgage"), row.getBoolean("mortgagee_consent"),
                row.getBoolean("pending_filing"), row.getBoolean("lease_registered"), row.getBoolean("parcel_match"),
                row.getBoolean("minor_owner"), row.getBoolean("permit_for_minor"), row.getBoolean("unfinished"),
                row.getDouble("area_diff_pct"), row.getInt("open_deals"), row.getString("regime"),
                names.isEmpty() ? List.of() : List.of(names.split("\n")), row.getTimestamp("read_at").toInstant(),
                row.getString("decision"), row.getString("code"));
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(OWNERS, FilingStore.APPLICATION);
    }
}
