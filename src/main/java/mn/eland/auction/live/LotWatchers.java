package mn.eland.auction.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import mn.eland.auction.Auctions;
import mn.eland.auction.LotId;
import mn.eland.auction.lot.Lot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams to those who watch. However many bids come, a lot is read and told at most four times a second, once for all its watchers; a watcher
 * gets the bids after the last one he has seen. Four times a minute all are told anyway, which tells the time and finds out who has left.
 */
@Component
public class LotWatchers implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LotWatchers.class);
    private static final int TICK_MILLIS = 250;
    private static final int HEARTBEAT_SECONDS = 15;
    private static final int SENDERS = 4;
    private static final int MOST_WATCHERS = 10_000;

    private final LotSnapshots snapshots;
    private final ObjectMapper json;
    private final int mostPerAddress;
    private final LotNews news;
    private final Map<LotId, Room> rooms = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> byAddress = new ConcurrentHashMap<>();
    private final AtomicInteger watching = new AtomicInteger();
    private final Set<LotId> changed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "auction-ticks"));
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS, work -> daemon(work, "auction-sender"));

    LotWatchers(Auctions auctions, LotSnapshots snapshots, ObjectMapper json, DataSource database,
                @Value("${eland.auction.watchers-per-address:20}") int mostPerAddress) {
        this.snapshots = snapshots;
        this.json = json;
        this.mostPerAddress = mostPerAddress;
        this.news = new LotNews(database, this::changed, () -> changed(rooms.keySet()));
        auctions.onBids(news::tell);
        ticking.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        ticking.scheduleWithFixedDelay(this::heartbeat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private record Room(Lot lot, Set<Watcher> watchers) {
    }

    private static final class Watcher {
        private final SseEmitter stream;
        private final String address;
        private volatile long seen;

        private Watcher(SseEmitter stream, String address, long seen) {
            this.stream = stream;
            this.address = address;
            this.seen = seen;
        }
    }

    /** How many watch at this node. */
    public int watching() {
        return watching.get();
    }

    /** Opens a stream that begins with the state now and the bids after {@code seen}. Empty when too many watch, or from one address. */
    public Optional<SseEmitter> watch(Lot lot, long seen, String address) {
        var here = byAddress.computeIfAbsent(address, any -> new AtomicInteger());
        if (here.incrementAndGet() > mostPerAddress || watching.incrementAndGet() > MOST_WATCHERS) {
            if (here.get() <= mostPerAddress) {
                watching.decrementAndGet();
            }
            left(here, address);
            return Optional.empty();
        }
        var stream = new SseEmitter(0L);
        var watcher = new Watcher(stream, address, seen);
        var room = rooms.computeIfAbsent(lot.id(), id -> new Room(lot, ConcurrentHashMap.newKeySet()));
        room.watchers().add(watcher);
        stream.onCompletion(() -> leave(room, watcher));
        stream.onError(gone -> leave(room, watcher));
        stream.onTimeout(() -> leave(room, watcher));
        send(watcher, snapshots.of(lot.number(), seen));
        return Optional.of(stream);
    }

    private void leave(Room room, Watcher watcher) {
        if (room.watchers().remove(watcher)) {
            watching.decrementAndGet();
            left(byAddress.get(watcher.address), watcher.address);
            rooms.computeIfPresent(room.lot().id(), (id, now) -> now.watchers().isEmpty() ? null : now);
        }
    }

    private void left(AtomicInteger here, String address) {
        if (here != null && here.decrementAndGet() <= 0) {
            byAddress.remove(address, here);
        }
    }

    private void changed(Collection<LotId> lots) {
        changed.addAll(lots);
    }

    private void tick() {
        try {
            for (var room : rooms.values()) {
                if (changed.remove(room.lot().id())) {
                    tell(room);
                }
            }
            changed.retainAll(rooms.keySet());
        } catch (RuntimeException failed) {
            LOG.warn("Watchers were not told: {}", failed.getMessage());
        }
    }

    private void tell(Room room) {
        long oldest = room.watchers().stream().mapToLong(watcher -> watcher.seen).min().orElse(0);
        var snapshot = snapshots.of(room.lot().number(), oldest);
        for (var watcher : room.watchers()) {
            senders.execute(() -> send(watcher, snapshot));
        }
    }

    private void send(Watcher watcher, LotSnapshot snapshot) {
        synchronized (watcher) {
            var unseen = snapshot.bids().stream().filter(bid -> bid.sequence() > watcher.seen).toList();
            var own = new LotSnapshot(snapshot.sequence(), snapshot.state(), snapshot.priceMnt(), snapshot.leader(), snapshot.leastNextMnt(),
                    snapshot.closesAt(), snapshot.extensions(), snapshot.now(), unseen);
            try {
                watcher.stream.send(SseEmitter.event().id(Long.toString(snapshot.sequence())).name("lot").data(text(own), MediaType.APPLICATION_JSON));
                watcher.seen = Math.max(watcher.seen, snapshot.sequence());
            } catch (IOException | IllegalStateException gone) {
                watcher.stream.completeWithError(gone);
            }
        }
    }

    private String text(LotSnapshot snapshot) {
        try {
            return json.writeValueAsString(snapshot);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void heartbeat() {
        rooms.values().forEach(room -> changed.add(room.lot().id()));
    }

    @Override
    public void destroy() {
        ticking.shutdownNow();
        senders.shutdownNow();
        news.close();
        rooms.values().forEach(room -> room.watchers().forEach(watcher -> watcher.stream.complete()));
    }
}
