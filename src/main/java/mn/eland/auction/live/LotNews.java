package mn.eland.auction.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import mn.eland.auction.LotId;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells all nodes on one database which lots got bids. A node tells after its commits and gathers a tenth of a second, so that telling never
 * holds up a bid; it hears of its own bids the same way as of those of others. Who lost the line hears of everything when it is back.
 */
final class LotNews implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LotNews.class);
    private static final String CHANNEL = "auction_lots";
    private static final int GATHER_MILLIS = 100;

    private final DataSource database;
    private final Consumer<Collection<LotId>> heard;
    private final Runnable missed;
    private final Set<LotId> toTell = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closed;

    /** {@code missed}: anything may have happened meanwhile. */
    LotNews(DataSource database, Consumer<Collection<LotId>> heard, Runnable missed) {
        this.database = database;
        this.heard = heard;
        this.missed = missed;
        this.thread = new Thread(this::listen, "auction-news");
        thread.setDaemon(true);
        thread.start();
    }

    void tell(LotId lot) {
        toTell.add(lot);
    }

    private void listen() {
        while (!closed) {
            try (var connection = database.getConnection()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                }
                missed.run();
                while (!closed) {
                    tellAndHear(connection);
                }
                try (var statement = connection.createStatement()) {
                    statement.execute("unlisten *");
                }
            } catch (SQLException | RuntimeException broken) {
                pause(broken);
            }
        }
    }

    private void tellAndHear(Connection connection) throws SQLException {
        var told = new ArrayList<>(toTell);
        toTell.removeAll(told);
        if (!told.isEmpty()) {
            try (var notify = connection.prepareStatement("select pg_notify(?, id) from unnest(?::text[]) as id")) {
                notify.setString(1, CHANNEL);
                notify.setArray(2, connection.createArrayOf("text", told.stream().map(LotId::toString).toArray()));
                notify.execute();
            } catch (SQLException failed) {
                toTell.addAll(told);
                throw failed;
            }
        }
        var news = connection.unwrap(PGConnection.class).getNotifications(GATHER_MILLIS);
        if (news != null && news.length > 0) {
            var lots = new ArrayList<LotId>();
            for (var one : news) {
                lots.add(new LotId(UUID.fromString(one.getParameter())));
            }
            heard.accept(Set.copyOf(lots));
        }
    }

    private void pause(Exception broken) {
        if (!closed) {
            LOG.warn("News of bids are not heard: {}", broken.getMessage());
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException stop) {
                closed = true;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(2_000);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
