package mn.eland.workflow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.workflow.spi.CaseFacts;
import mn.eland.workflow.spi.Colleagues;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A small case module for the tests of the engine: its step, its facts and its people. */
@TestConfiguration(proxyBeanMethods = false)
class BicycleFacts {

    static final Actor BAT = new Actor(party(1), "Бат", Set.of(Role.AGENT));
    static final Actor TSETSEG = new Actor(party(2), "Цэцэг", Set.of(Role.AGENT));
    static final Actor NARAN = new Actor(party(3), "Наран", Set.of(Role.NOTARY));
    static final Actor OPERATOR = new Actor(party(4), "Оператор", Set.of(Role.OPERATOR));
    static final Actor OFFICER = new Actor(party(5), "Хяналтын ажилтан", Set.of(Role.COMPLIANCE));
    static final Actor STRANGER = new Actor(party(6), "Үл таних", Set.of(Role.BUYER));
    static final Map<CaseRef, CaseFacts.Facts> FACTS = new ConcurrentHashMap<>();
    /** What somebody else does in the middle of an act, once. */
    static final java.util.concurrent.atomic.AtomicReference<Runnable> RIVAL = new java.util.concurrent.atomic.AtomicReference<>();
    static final AtomicBoolean LOCK_IS_BROKEN = new AtomicBoolean();

    static PartyId party(long number) {
        return new PartyId(new java.util.UUID(0, number));
    }

    @Bean
    JavaDelegate unlockBicycle() {
        return step -> {
            if (LOCK_IS_BROKEN.get()) {
                throw new IllegalStateException("the lock does not answer");
            }
            step.setVariable("unlocked", true);
        };
    }

    @Bean
    CaseFacts bicycles() {
        return new CaseFacts() {
            @Override
            public Optional<Facts> facts(CaseRef caseRef) {
                Optional.ofNullable(RIVAL.getAndSet(null)).ifPresent(Runnable::run);
                return Optional.ofNullable(FACTS.get(caseRef));
            }

            @Override
            public Optional<String> nameOf(PartyId party) {
                return java.util.stream.Stream.of(BAT, TSETSEG, NARAN).filter(actor -> actor.party().equals(party))
                        .map(Actor::name).findFirst();
            }
        };
    }

    @Bean
    Colleagues colleagues() {
        return person -> java.util.stream.Stream.of(BAT, TSETSEG, NARAN, OFFICER).filter(actor -> actor.party().equals(person))
                .findFirst().map(Actor::groups).orElse(Set.of());
    }
}
