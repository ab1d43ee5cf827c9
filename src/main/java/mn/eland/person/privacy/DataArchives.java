package mn.eland.person.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.store.person.PersonalData;
import mn.eland.store.vault.PersonVault;
import mn.eland.workflow.Workflow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All data of a person in one archive: prepared in the background, kept sealed for some days, given to nobody else. */
@Service
@Transactional
public class DataArchives {

    private static final Logger LOG = LoggerFactory.getLogger(DataArchives.class);
    private static final String PLACE = "person.exports.content";

    private final JdbcClient jdbc;
    private final List<PersonalData> keepers;
    private final PersonVault people;
    private final ObjectMapper json;
    private final Workflow workflow;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;

    DataArchives(JdbcClient jdbc, List<PersonalData> keepers, PersonVault people, ObjectMapper json, Workflow workflow, ElandClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.keepers = keepers;
        this.people = people;
        this.json = json;
        this.workflow = workflow;
        this.clock = clock;
        this.events = events;
    }

    /** @param readyAt null while it is prepared; @param until when it is thrown away, or null */
    public record Export(UUID id, Instant askedAt, Instant readyAt, Instant until) {
    }

    private record Asked(UUID id, PartyId person) {
    }

    /** Asks for an archive; the one that is being prepared when there is one. */
    public Export ask(PartyId person) {
        jdbc.sql("insert into person.exports (id, person, asked_at) values (?, ?, ?) on conflict (person) where ready_at is null do nothing")
                .params(UUID.randomUUID(), person.value(), Timestamp.from(clock.instant())).update();
        return of(person).stream().filter(export -> export.readyAt() == null).findFirst().orElseThrow();
    }

    /** The person's own archives, newest first. */
    @Transactional(readOnly = true)
    public List<Export> of(PartyId person) {
        var kept = kept();
        return jdbc.sql("select id, asked_at, ready_at from person.exports where person = ? order by asked_at desc").param(person.value()).query((row, n) -> {
            var ready = row.getTimestamp("ready_at");
            return new Export(row.getObject("id", UUID.class), row.getTimestamp("asked_at").toInstant(), ready == null ? null : ready.toInstant(),
                    ready == null ? null : ready.toInstant().atOffset(ZoneOffset.UTC).plus(kept).toInstant());
        }).list();
    }

    /** The archive. Refused with {@code EXPORT_UNKNOWN} (not found) for another's and for what was thrown away, {@code EXPORT_NOT_READY} (conflict). */
    public Outcome<byte[]> fetch(PartyId person, UUID id) {
        if (of(person).stream().noneMatch(export -> export.id().equals(id))) {
            return Outcome.refused(Refusal.notFound("EXPORT_UNKNOWN"));
        }
        var content = jdbc.sql("select content from person.exports where id = ? and content is not null").param(id).query((row, n) -> row.getBytes("content")).optional()
                .flatMap(sealed -> Optional.ofNullable(people.openBytes(person, sealed, PLACE)));
        if (content.isEmpty()) {
            return Outcome.refused(Refusal.conflict("EXPORT_NOT_READY"));
        }
        events.publishEvent(new PrivacyEvent.DataTakenAlong(person, clock.instant()));
        return Outcome.done(content.get());
    }

    /** Prepares what was asked for, the longest wait first. One that cannot be made waits behind the others. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @Scheduled(fixedDelayString = "${eland.privacy.prepare-every:PT5S}", initialDelayString = "PT5S")
    public void prepare() {
        jdbc.sql("select id, person from person.exports where ready_at is null order by tried_at nulls first, asked_at limit 1")
                .query((row, n) -> new Asked(row.getObject("id", UUID.class), new PartyId(row.getObject("person", UUID.class)))).optional()
                .ifPresent(this::prepare);
    }

    private void prepare(Asked asked) {
        try {
            jdbc.sql("update person.exports set content = ?, ready_at = ? where id = ? and ready_at is null")
                    .params(people.sealBytes(asked.person, archive(asked.person), PLACE), Timestamp.from(clock.instant()), asked.id).update();
        } catch (RuntimeException later) {
            LOG.error("The archive {} could not be prepared and will be tried again", asked.id, later);
            jdbc.sql("update person.exports set tried_at = ? where id = ?").params(Timestamp.from(clock.instant()), asked.id).update();
        }
    }

    /** Archives that nobody fetches are thrown away. */
    int throwAway() {
        return jdbc.sql("delete from person.exports where ready_at < ?")
                .param(Timestamp.from(clock.instant().atOffset(ZoneOffset.UTC).minus(kept()).toInstant())).update();
    }

    private Period kept() {
        return Period.parse(workflow.parameter("retention.exports"));
    }

    private byte[] archive(PartyId person) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var keeper : keepers) {
                zip.putNextEntry(new ZipEntry(keeper.name() + ".json"));
                zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(keeper.about(person)));
                zip.closeEntry();
                for (var file : keeper.files(person)) {
                    zip.putNextEntry(new ZipEntry("files/" + file.name()));
                    try (var content = file.content().get()) {
                        content.transferTo(zip);
                    }
                    zip.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
