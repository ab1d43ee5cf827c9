package mn.eland.walk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import mn.eland.identity.Parties;
import mn.eland.identity.spi.CitizenRegistry.Citizen;
import mn.eland.identity.spi.CitizenRegistry.Marriage;
import mn.eland.kernel.Actor;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.store.vault.PersonVault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everybody the platform knows, ready to act. */
final class Folk {

    record Somebody(PartyId id, String kind, String registerNumber, String parentName, String givenName, String iban) {

        boolean isCitizen() {
            return kind.equals("PERSON");
        }
    }

    private final Map<PartyId, Somebody> all = new LinkedHashMap<>();
    private final Map<PartyId, Actor> actors = new LinkedHashMap<>();
    private final Map<String, List<Actor>> groups = new LinkedHashMap<>();

    Folk(JdbcClient sql, Parties parties, PersonVault vault) {
        sql.sql("select * from identity.parties order by id").query((row, n) -> new Somebody(new PartyId(row.getObject("id", UUID.class)),
                row.getString("kind"), vault.open(new PartyId(row.getObject("id", UUID.class)), row.getString("register_number"), "identity.parties.register_number"), row.getString("parent_name"), row.getString("given_name"),
                row.getString("iban"))).list().forEach(one -> {
                    all.put(one.id(), one);
                    actors.put(one.id(), new Actor(one.id(), parties.party(one.id()).shortName(), Set.of(Role.BUYER, Role.SELLER)));
                });
        sql.sql("select username from identity.accounts order by username").query(String.class).list().forEach(name -> {
            var actor = parties.actor(name).orElseThrow();
            actors.put(actor.party(), actor);
            actor.groups().forEach(group -> groups.computeIfAbsent(group, key -> new ArrayList<>()).add(actor));
        });
        List.copyOf(actors.values()).forEach(one -> parties.representative(one.party()).ifPresent(paper -> actors.put(one.party(),
                actors.get(paper.holder()).insteadOf(one.party(), one.name(), paper.basis().name(), paper.paperNo()))));
    }

    Actor actor(PartyId id) {
        return actors.get(id);
    }

    Somebody person(PartyId id) {
        return all.get(id);
    }

    boolean isKnown(PartyId id) {
        return all.containsKey(id);
    }

    /** Those with an account who may take tasks of the group. */
    List<Actor> group(String name) {
        return groups.getOrDefault(name, List.of());
    }

    Actor oneOf(String group, Random random) {
        var members = group(group);
        return members.get(random.nextInt(members.size()));
    }

    /** Anybody who may buy and sell. */
    List<Actor> traders() {
        return actors.values().stream().filter(actor -> actor.is(Role.BUYER)).toList();
    }

    PartyId byNumber(String registerNumber) {
        return all.values().stream().filter(one -> one.registerNumber().equals(registerNumber)).findFirst().map(Somebody::id).orElse(null);
    }

    /** What the civil register knows this time: some are married, a few are unknown or have another name. */
    Map<String, StateOffices.Person> asRegistered(Random random) {
        var known = new LinkedHashMap<String, StateOffices.Person>();
        var citizens = all.values().stream().filter(Somebody::isCitizen).toList();
        var mates = citizens.stream().filter(one -> actors.get(one.id()).is(Role.BUYER)).toList();
        for (var one : citizens) {
            double chance = random.nextDouble();
            var spouse = mates.get(random.nextInt(mates.size()));
            var marriage = chance < 0.5 || spouse == one ? new Marriage(false, null, null, null)
                    : new Marriage(true, LocalDate.of(2015, 6, 1), chance < 0.8 ? spouse.registerNumber() : "ЯЯ66010101", "Нэгэн");
            var name = random.nextDouble() < 0.01 ? "Өөр" : one.givenName();
            if (random.nextDouble() > 0.01) {
                known.put(one.registerNumber(), new StateOffices.Person(new Citizen(one.registerNumber(), "Овог", one.parentName(), name,
                        LocalDate.of(1985, 1, 1), "MN", "Улаанбаатар"), marriage));
            }
        }
        return known;
    }
}
