package mn.eland.edge.passkey;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import mn.eland.identity.Parties;
import mn.eland.identity.account.AccountEvent.PasskeyAdded;
import mn.eland.identity.account.Openings;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys of people, in the tables of the framework. Whoever gets a new one is told. */
@Component
@Transactional
public class Passkeys implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    private static final int MOST = 20;

    private final JdbcPublicKeyCredentialUserEntityRepository handles;
    private final JdbcUserCredentialRepository keys;
    private final Openings openings;
    private final Parties parties;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Passkeys(JdbcTemplate jdbc, Openings openings, Parties parties, Clock clock, ApplicationEventPublisher events) {
        this.handles = new JdbcPublicKeyCredentialUserEntityRepository(jdbc);
        this.keys = new JdbcUserCredentialRepository(jdbc);
        this.openings = openings;
        this.parties = parties;
        this.clock = clock;
        this.events = events;
    }

    /** Those of a person, the one used last first. */
    @Transactional(readOnly = true)
    public List<Passkey> of(PartyId person) {
        return handle(person).stream().flatMap(handle -> keys.findByUserId(handle.getId()).stream())
                .map(key -> new Passkey(key.getCredentialId().toBase64UrlString(), key.getLabel(), key.getCreated(), key.getLastUsed()))
                .sorted(Comparator.comparing(Passkey::lastUsed).reversed()).toList();
    }

    /** Refused with {@code PASSKEY_UNKNOWN} (not found) for one that is not the person's. */
    public Outcome<Void> remove(PartyId person, String id) {
        return of(person).stream().filter(key -> key.id().equals(id)).findFirst().map(key -> {
            keys.delete(Bytes.fromBase64(key.id()));
            return Outcome.done();
        }).orElseGet(() -> Outcome.refused(Refusal.notFound("PASSKEY_UNKNOWN")));
    }

    /** The account is closed. */
    public void forget(PartyId person) {
        handle(person).forEach(handle -> {
            keys.findByUserId(handle.getId()).forEach(key -> keys.delete(key.getCredentialId()));
            handles.delete(handle.getId());
        });
    }

    @Override
    public void save(CredentialRecord key) {
        boolean isNew = keys.findByCredentialId(key.getCredentialId()) == null;
        if (isNew && keys.findByUserId(key.getUserEntityUserId()).size() >= MOST) {
            throw new IllegalStateException("nobody needs more than " + MOST + " passkeys");
        }
        keys.save(key);
        if (isNew) {
            var handle = handles.findById(key.getUserEntityUserId());
            openings.holder(handle.getName()).ifPresent(holder -> events.publishEvent(new PasskeyAdded(holder.party(), clock.instant())));
        }
    }

    @Override
    public void delete(Bytes id) {
        keys.delete(id);
    }

    @Override
    public CredentialRecord findByCredentialId(Bytes id) {
        return keys.findByCredentialId(id);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return keys.findByUserId(handle);
    }

    @Override
    public PublicKeyCredentialUserEntity findById(Bytes id) {
        return handles.findById(id);
    }

    /** Made at the first asking, so that the dialogue of the browser shows a person's name and not that of an account. */
    @Override
    public PublicKeyCredentialUserEntity findByUsername(String username) {
        var known = handles.findByUsername(username);
        if (known != null) {
            return known;
        }
        var name = parties.actor(username).map(actor -> actor.name()).orElse(null);
        if (name == null) {
            return null;
        }
        var handle = ImmutablePublicKeyCredentialUserEntity.builder().id(Bytes.random()).name(username).displayName(name).build();
        handles.save(handle);
        return handle;
    }

    @Override
    public void save(PublicKeyCredentialUserEntity handle) {
        handles.save(handle);
    }

    private List<PublicKeyCredentialUserEntity> handle(PartyId person) {
        return openings.username(person).map(handles::findByUsername).stream().toList();
    }

    /** @param label what the person called the device */
    public record Passkey(String id, String label, Instant created, Instant lastUsed) {
    }
}
