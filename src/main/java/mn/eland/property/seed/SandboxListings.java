package mn.eland.property.seed;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mn.eland.kernel.ElandClock;
import mn.eland.property.PropertyView.Kind;
import mn.eland.property.seed.TransferGenerator.PastTransfer;
import mn.eland.property.spi.SandboxTitles;
import mn.eland.property.spi.SandboxTitles.SandboxTitle;
import mn.eland.property.title.PropertyProcess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty register with the invented properties of the sandbox before the first request, and tells the simulated
 * state register of them as soon as it listens. Runs once; {@code eland.seed.listings=0} leaves the register empty.
 */
@Component
class SandboxListings implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxListings.class);
    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final PropertyProcess process;
    private final ObjectProvider<SandboxTitles> registry;
    private final ElandClock clock;
    private final int count;

    SandboxListings(JdbcTemplate jdbc, TransactionTemplate transaction, PropertyProcess process, ObjectProvider<SandboxTitles> registry,
                    ElandClock clock, @Value("${eland.sandbox:true}") boolean sandbox, @Value("${eland.seed.listings:600}") int count) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.process = process;
        this.registry = registry;
        this.clock = clock;
        this.count = sandbox ? count : 0;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (count > 0 && !isDone("listings") && isEmpty()) {
            transaction.executeWithoutResult(status -> fill());
        }
    }

    /** Before the sandbox's sales, which need titles that the register knows. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(100)
    void tellTheRegister() {
        if (count == 0 || isDone("titles") || !isDone("listings")) {
            return;
        }
        registry.ifAvailable(titles -> {
            titles.load(properties().stream().map(SandboxListings::title).toList());
            done("titles");
        });
    }

    private List<SeedProperty> properties() {
        var all = new ArrayList<>(KnownProperties.at(clock.instant()));
        all.addAll(new ListingGenerator(clock.instant()).listings(count));
        return all;
    }

    private void fill() {
        long started = System.nanoTime();
        var properties = properties();
        insertProperties(properties);
        insertListings(properties.stream().filter(property -> property.publishedAt() != null).toList());
        insertTransfers(properties);
        done("listings");
        LOG.info("The sandbox has {} properties ({} ms)", properties.size(), (System.nanoTime() - started) / 1_000_000);
    }

    private void insertProperties(List<SeedProperty> properties) {
        var now = Timestamp.from(clock.instant());
        jdbc.batchUpdate("""
                insert into property.properties (id, registry_no, certificate_no, parcel_no, kind, area_m2, rooms, floor, floors, year_built,
                    district, khoroo, address, latitude, longitude, owner, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", properties, BATCH, (row, p) -> {
            row.setObject(1, p.id());
            row.setString(2, p.registryNo());
            row.setString(3, p.certificateNo());
            row.setString(4, p.parcelNo());
            row.setString(5, p.kind().name());
            row.setDouble(6, p.areaM2());
            row.setObject(7, p.rooms(), Types.INTEGER);
            row.setObject(8, p.floor(), Types.INTEGER);
            row.setObject(9, p.floors(), Types.INTEGER);
            row.setObject(10, p.yearBuilt(), Types.INTEGER);
            row.setString(11, p.district());
            row.setInt(12, p.khoroo());
            row.setString(13, p.address());
            row.setDouble(14, p.latitude());
            row.setDouble(15, p.longitude());
            row.setObject(16, SeedOwners.party(p.owner()));
            row.setTimestamp(17, now);
        });
    }

    private void insertListings(List<SeedProperty> properties) {
        jdbc.batchUpdate("""
                with made as (
                    insert into property.listings (number, property_id, seller, agent, title, description, price, state, published_at, created_at, search_text)
                    values (?, ?, ?, ?, ?, ?, ?, 'PUBLISHED', ?, ?, property.search_text(?, ?, ?)) returning number, price, created_at)
                insert into property.listing_prices select * from made""", properties, BATCH, (row, p) -> {
            var number = process.nextListingNumber().number();
            row.setString(1, number);
            row.setObject(2, p.id());
            row.setObject(3, SeedOwners.party(p.owner()));
            row.setObject(4, SeedOwners.AGENT);
            row.setString(5, p.title());
            row.setString(6, p.description());
            row.setLong(7, p.price());
            row.setTimestamp(8, Timestamp.from(p.publishedAt()));
            row.setTimestamp(9, Timestamp.from(p.publishedAt()));
            row.setString(10, number);
            row.setString(11, p.title());
            row.setObject(12, p.id());
        });
    }

    private void insertTransfers(List<SeedProperty> properties) {
        var sold = properties.stream().filter(property -> property.lastSold() != null).map(p -> new PastTransfer(p.id(), p.district(), p.kind(),
                p.areaM2(), p.rooms(), p.yearBuilt(), p.lastPrice(), p.lastSold())).toList();
        insertTransfersAtOnce(sold);
        insertTransfersAtOnce(new TransferGenerator(clock.today()).transfers());
    }

    private void insertTransfersAtOnce(List<PastTransfer> transfers) {
        jdbc.update("""
                insert into property.transfers (property_id, district, kind, area_m2, rooms, year_built, price, transferred_on)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)""", row -> {
            var connection = row.getConnection();
            row.setArray(1, connection.createArrayOf("uuid", column(transfers, PastTransfer::property)));
            row.setArray(2, connection.createArrayOf("text", column(transfers, PastTransfer::district)));
            row.setArray(3, connection.createArrayOf("text", column(transfers, transfer -> transfer.kind().name())));
            row.setArray(4, connection.createArrayOf("float8", column(transfers, PastTransfer::areaM2)));
            row.setArray(5, connection.createArrayOf("int4", column(transfers, PastTransfer::rooms)));
            row.setArray(6, connection.createArrayOf("int4", column(transfers, PastTransfer::yearBuilt)));
            row.setArray(7, connection.createArrayOf("int8", column(transfers, PastTransfer::price)));
            row.setArray(8, connection.createArrayOf("date", column(transfers, transfer -> java.sql.Date.valueOf(transfer.on()))));
        });
    }

    private static Object[] column(List<PastTransfer> transfers, Function<PastTransfer, Object> value) {
        return transfers.stream().map(value).toArray();
    }

    private static SandboxTitle title(SeedProperty p) {
        boolean land = p.kind() == Kind.LAND;
        var usage = switch (p.kind()) {
            case HOUSE -> "Хувийн сууц";
            case LAND -> "Гэр бүлийн хэрэгцээний газар";
            case COMMERCIAL -> "Оффис";
            case PARKING -> "Авто зогсоол";
            default -> "Орон сууц";
        };
        return new SandboxTitle(p.registryNo(), p.certificateNo(), p.parcelNo(), land ? p.areaM2() : 2400, usage, p.areaM2(), p.price(),
                Places.of(p.district()).name(), p.khoroo() + "-р хороо", "Улаанбаатар хот, " + p.address(), p.lastSold(),
                SeedOwners.owner(p.owner()));
    }

    private boolean isEmpty() {
        return Boolean.FALSE.equals(jdbc.queryForObject("select exists (select from property.properties)", Boolean.class));
    }

    private boolean isDone(String name) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from property.seeds where name = ?)", Boolean.class, name));
    }

    private void done(String name) {
        jdbc.update("insert into property.seeds values (?, ?) on conflict do nothing", name, Timestamp.from(clock.instant()));
    }
}
