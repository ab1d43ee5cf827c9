package mn.eland.property;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mn.eland.property.spi.FilingOffice;
import mn.eland.property.spi.OwnershipRegistry;
import mn.eland.property.spi.RegistryUnavailable;

/** The state register and its counter in memory: remembers titles and applications, and can lose its answer once. */
public class Registrar implements OwnershipRegistry, FilingOffice {

    private final Map<String, Title> titles = new HashMap<>();
    private final Map<String, Parcel> parcels = new HashMap<>();
    private final Map<String, String> numbersByKey = new LinkedHashMap<>();
    private final Map<String, Application> applications = new HashMap<>();
    private final Map<String, Status> answers = new HashMap<>();
    private boolean losesTheNextAnswer;
    private Runnable meanwhile = () -> { };

    public void enters(Title title, Parcel parcel) {
        titles.put(title.registryNo(), title);
        parcels.put(parcel.parcelNo(), parcel);
    }

    public void answers(String filingNo, Status.State state, String reason, String newCertificateNo) {
        answers.put(filingNo, new Status(state, null, reason, newCertificateNo));
    }

    public void losesTheNextAnswer() {
        losesTheNextAnswer = true;
    }

    /** What happens elsewhere after the counter has given an application back and before it says so. */
    public void meanwhile(Runnable act) {
        meanwhile = act;
    }

    public Map<String, String> numbersByKey() {
        return numbersByKey;
    }

    public Application application(String filingNo) {
        return applications.get(filingNo);
    }

    @Override
    public Optional<Title> title(String registryNo, String askingRegisterNumber) {
        return Optional.ofNullable(titles.get(registryNo));
    }

    @Override
    public Optional<Parcel> parcel(String parcelNo, String askingRegisterNumber) {
        return Optional.ofNullable(parcels.get(parcelNo));
    }

    @Override
    public String file(String key, Application application) {
        var number = numbersByKey.computeIfAbsent(key, fresh -> "F-" + (numbersByKey.size() + 1));
        applications.put(number, application);
        if (losesTheNextAnswer) {
            losesTheNextAnswer = false;
            throw new RegistryUnavailable("the line broke after the application was taken", null);
        }
        return number;
    }

    @Override
    public Status status(String filingNo) {
        return answers.getOrDefault(filingNo, new Status(Status.State.PENDING, null, null, null));
    }

    @Override
    public Status withdraw(String filingNo, String reason) {
        var answer = answers.computeIfAbsent(filingNo, pending -> new Status(Status.State.WITHDRAWN, null, reason, null));
        meanwhile.run();
        return answer;
    }
}
