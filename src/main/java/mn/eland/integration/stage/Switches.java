package mn.eland.integration.stage;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of misbehaviours: per system and operation, for a number of calls or until switched off. */
public class Switches {

    private static final String ANY = "*";

    private final JdbcClient jdbc;

    public Switches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param remaining how many calls it is for; null until switched off */
    public record Switch(long id, String system, String operation, Behaviour behaviour, String value, Integer remaining) {
    }

    /** Turns one on; one of the same kind for the same operation is replaced. */
    public void on(String system, String operation, Behaviour behaviour, String value, Integer times) {
        jdbc.sql("delete from simulators.switches where system = ? and operation = ? and behaviour = ?")
                .params(system, operation, behaviour.name()).update();
        jdbc.sql("insert into simulators.switches (system, operation, behaviour, value, remaining) values (?, ?, ?, ?, ?)")
                .param(system).param(operation).param(behaviour.name()).param(value).param(times).update();
    }

    public void off(long id) {
        jdbc.sql("delete from simulators.switches where id = ?").param(id).update();
    }

    public void allOff() {
        jdbc.sql("delete from simulators.switches").update();
    }

    public List<Switch> all() {
        return jdbc.sql("select id, system, operation, behaviour, value, remaining from simulators.switches order by id")
                .query((row, n) -> new Switch(row.getLong("id"), row.getString("system"), row.getString("operation"),
                        Behaviour.valueOf(row.getString("behaviour")), row.getString("value"),
                        (Integer) row.getObject("remaining"))).list();
    }

    /** What this call shall suffer; a switch for a number of calls is used up by one. */
    public Twist take(String system, String operation) {
        Map<Behaviour, String> taken = new EnumMap<>(Behaviour.class);
        for (var one : all()) {
            boolean meant = one.system().equals(system) && (one.operation().equals(operation) || one.operation().equals(ANY));
            if (meant && useUp(one)) {
                taken.put(one.behaviour(), one.value() == null ? "" : one.value());
            }
        }
        return new Twist(taken);
    }

    private boolean useUp(Switch one) {
        if (one.remaining() == null) {
            return true;
        }
        var left = jdbc.sql("update simulators.switches set remaining = remaining - 1 where id = ? and remaining > 0 returning remaining")
                .param(one.id()).query(Integer.class).optional();
        jdbc.sql("delete from simulators.switches where id = ? and remaining <= 0").param(one.id()).update();
        return left.isPresent();
    }
}
