package mn.eland.store.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.context.annotation.Primary;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.stereotype.Component;

/** Events wait sealed for their listeners: they carry one-time codes and other things that are not for who reads the table. */
@Primary
@Component
class SealedEvents implements EventSerializer {

    private static final String PLACE = "event_publication.serialized_event";

    private final Vault vault;
    private final ObjectMapper json;

    SealedEvents(Vault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    /** Alike for equal events, because a publication is found by what it says. */
    @Override
    public Object serialize(Object event) {
        try {
            return vault.sealAlike(json.writeValueAsString(event), PLACE);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event that cannot be written: " + event.getClass(), e);
        }
    }

    /** Those that were published before events were sealed are read as they are. */
    @Override
    public <T> T deserialize(Object serialized, Class<T> type) {
        var text = serialized.toString();
        try {
            return json.readerFor(type).readValue(text.startsWith(Vault.MARK) ? vault.open(text, PLACE) : text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that cannot be read: " + type, e);
        }
    }
}
