package mn.eland.walk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import mn.eland.identity.spi.CitizenRegistry;
import mn.eland.kernel.ElandClock;
import mn.eland.notarization.spi.NotaryRegister;
import mn.eland.property.spi.FilingOffice;
import mn.eland.property.spi.OwnershipRegistry;
import mn.eland.property.spi.RegistryUnavailable;
import mn.eland.store.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The offices of the state, played from memory: what they know, how long they take, and what they refuse. */
final class StateOffices implements CitizenRegistry, OwnershipRegistry, FilingOffice, NotaryRegister {

    /** Somebody the civil register can be asked about. */
    record Person(Citizen citizen, Marriage marriage) {
    }

    private static final class Deed {
        private String certificateNo;
        private Owner owner;
        private List<Owner> others = List.of();
        private double areaM2;
        private final List<OwnershipRegistry.Entry> entries = new ArrayList<>();
    }

    private record Filed(String registryNo, Owner buyer, Instant answerAt, boolean accepted) {
    }

    private final ElandClock clock;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Deed> deeds = new LinkedHashMap<>();
    private final Map<String, String> numbers = new LinkedHashMap<>();
    private final Map<String, Filed> filed = new LinkedHashMap<>();
    private final Map<String, Status> decided = new LinkedHashMap<>();
    private final JdbcClient jdbc;
    private final Vault vault;
    private Mischance mischance = new Mischance(new Random(0));
    private int count;

    StateOffices(ElandClock clock, JdbcClient jdbc, Vault vault) {
        this.vault = vault;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Other people, other chances; the counters go on. */
    void begin(Mischance next, Map<String, Person> known) {
        mischance = next;
        people.clear();
        people.putAll(known);
        List.of(deeds, numbers, filed, decided).forEach(Map::clear);
    }

    void enter(String registryNo, String certificateNo, double areaM2, String ownersNumber) {
        var deed = new Deed();
        deed.certificateNo = certificateNo;
        deed.areaM2 = areaM2;
        deed.owner = owner(ownersNumber);
        deeds.put(registryNo, deed);
    }

    void enterBurden(String registryNo, String words) {
        deeds.get(registryNo).entries.add(new OwnershipRegistry.Entry(words, clock.today(), null, null, null, true));
    }

    void enterCoOwner(String registryNo, String number) {
        deeds.get(registryNo).others = List.of(owner(number));
    }

    void forget(String registryNo) {
        deeds.remove(registryNo);
    }

    String certificateNo(String registryNo) {
        return deeds.containsKey(registryNo) ? deeds.get(registryNo).certificateNo : "700000001";
    }

    double areaM2(String registryNo) {
        return deeds.containsKey(registryNo) ? deeds.get(registryNo).areaM2 : 1;
    }

    String ownersNumber(String registryNo) {
        return deeds.containsKey(registryNo) ? deeds.get(registryNo).owner.registerNumber() : null;
    }

    private Owner owner(String number) {
        var person = people.get(number);
        return person == null ? new Owner(number, "", number)
                : new Owner(number, person.citizen().parentName(), person.citizen().givenName());
    }

    @Override
    public Optional<Citizen> citizen(String registerNumber) {
        if (mischance.strikes(0.02, "citizen " + registerNumber)) {
            throw new CitizenRegistry.Unavailable("played", null);
        }
        return Optional.ofNullable(people.get(registerNumber)).map(Person::citizen);
    }

    @Override
    public Marriage marriage(String registerNumber) {
        if (mischance.strikes(0.02, "marriage " + registerNumber)) {
            throw new CitizenRegistry.Unavailable("played", null);
        }
        var known = people.get(registerNumber);
        return known == null ? new Marriage(false, null, null, null) : known.marriage();
    }

    @Override
    public Optional<LocalDate> deceasedOn(String registerNumber) {
        return Optional.empty();
    }

    @Override
    public Optional<Company> company(String registerNumber) {
        return jdbc.sql("select company_name from identity.parties where register_index = ?").param(vault.index(Vault.Kind.REGISTER_NUMBER, registerNumber)).query(String.class).optional()
                .map(name -> new Company(registerNumber, name, null, false));
    }

    @Override
    public Optional<Title> title(String registryNo, String askingRegisterNumber) {
        if (mischance.strikes(0.03, "title " + registryNo + clock.today())) {
            throw new RegistryUnavailable("played", null);
        }
        return Optional.ofNullable(deeds.get(registryNo)).map(deed -> {
            var owners = new ArrayList<>(List.of(deed.owner));
            owners.addAll(deed.others);
            return new Title(registryNo, deed.certificateNo, null, deed.areaM2, "Улаанбаатар", owners, List.copyOf(deed.entries));
        });
    }

    @Override
    public Optional<Parcel> parcel(String parcelNo, String askingRegisterNumber) {
        return Optional.empty();
    }

    @Override
    public String file(String key, Application application) {
        if (mischance.strikes(0.03, "file " + key)) {
            throw new RegistryUnavailable("played", null);
        }
        if (application.notaryNumber() == null || application.contractSha256() == null || application.priceTugrug() <= 0) {
            throw new IllegalStateException("filed without papers: " + application);
        }
        var number = numbers.computeIfAbsent(key, first -> {
            var no = "W-%08d".formatted(++count);
            var random = mischance.random();
            var takes = Duration.ofHours(random.nextDouble() < 0.08 ? 24 * (11 + random.nextInt(20)) : 8 + random.nextInt(100));
            filed.put(no, new Filed(application.registryNo(), owner(application.buyerRegisterNumber()), clock.instant().plus(takes),
                    random.nextDouble() < 0.85));
            return no;
        });
        if (mischance.strikes(0.03, "answer to " + key)) {
            throw new RegistryUnavailable("played after it was taken", null);
        }
        return number;
    }

    @Override
    public Status status(String filingNo) {
        if (mischance.strikes(0.02, "status " + filingNo)) {
            throw new RegistryUnavailable("played", null);
        }
        decideDue();
        return decided.getOrDefault(filingNo, new Status(Status.State.PENDING, null, null, null));
    }

    private void decideDue() {
        filed.forEach((no, application) -> {
            if (!decided.containsKey(no) && !clock.instant().isBefore(application.answerAt)) {
                decided.put(no, decide(application));
            }
        });
    }

    private Status decide(Filed application) {
        var deed = deeds.get(application.registryNo);
        var arrested = deed != null && deed.entries.stream().anyMatch(entry -> entry.serviceName().equals(Words.ARREST));
        if (!application.accepted || deed == null || arrested) {
            return new Status(Status.State.REFUSED, arrested ? "ARREST" : null, "Бичиг баримт дутуу", null);
        }
        deed.owner = application.buyer;
        deed.others = List.of();
        deed.certificateNo = "8%08d".formatted(++count);
        return new Status(Status.State.REGISTERED, null, null, deed.certificateNo);
    }

    @Override
    public Status withdraw(String filingNo, String reason) {
        if (mischance.strikes(0.05, "withdraw " + filingNo)) {
            throw new RegistryUnavailable("played", null);
        }
        decideDue();
        return decided.computeIfAbsent(filingNo, pending -> new Status(Status.State.WITHDRAWN, null, reason, null));
    }

    @Override
    public String submit(String key, NotaryRegister.Entry entry) {
        if (mischance.strikes(0.04, "submit " + key)) {
            throw new NotaryRegister.Unavailable("played", null);
        }
        return "N%011d".formatted(++count);
    }

    static LocalDate longAgo() {
        return LocalDate.of(2015, 6, 1);
    }

    /** The register's own words. */
    static final class Words {
        static final String MORTGAGE = "Барьцааны гэрээ бүртгэх";
        static final String ARREST = "Хөрөнгө битүүмжлэх тэмдэглэл хийх";
        static final String DISPUTE = "Шүүхийн маргааны тэмдэглэл хийх";
        static final String LEASE = "Түрээсийн гэрээ бүртгэх";
        static final String UNFINISHED = "Дуусаагүй барилга бүртгэх";

        private Words() {
        }
    }
}
