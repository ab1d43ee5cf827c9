package mn.eland.sale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every outside call of a sale beside everything that can go wrong with it: a case that was walked, or why there is none. */
public final class FaultTable {

    /** What can go wrong, in the order of the columns. */
    private static final List<String> FAULTS = List.of("SLOW", "ERROR", "TIMEOUT_BEFORE", "TIMEOUT_AFTER", "LATE", "LIE", "DUPLICATE", "REORDERED",
            "FORGED", "LOST", "KILLED_BEFORE", "KILLED_AFTER");

    private static final String WE_ASK = "we ask, they never call us: there is no callback to repeat, to overtake, to forge or to lose";
    private static final String HINT = "a callback is only a hint: nothing in it is believed";
    private static final String NO_ANSWER = "not a call of ours, so there is no answer to be slow, wrong or lost; that none comes is walked as LOST";
    private static final String TOKEN = "kept in memory only: who starts again signs in anew, which every other killed call shows";
    private static final String SAME_STEP = "a question of the same step as WS100201, of which nothing is kept before the step is done";

    private static final String CALLBACK = "qpay payment";
    private static final List<String> CALLS = List.of("xyp WS100101", "xyp WS100104", "xyp WS100133", "xyp WS100201", "xyp WS100253",
            "xyp WS100254", "xyp WS100240", "xyp WS100307", "xyp WS101105", "notary code", "qpay token", "qpay refresh", "qpay createInvoice",
            "qpay checkPayment", "qpay listPayments", "qpay getPayment", "qpay cancelInvoice", "qpay createEbarimt", CALLBACK, "khan token",
            "khan nameCheck", "khan statement", "khan statementAfter", "khan transferDomestic", "khan transferInterbank", "registry file",
            "registry status", "registry withdraw", "tsa stamp");

    /** Calls whose answer may be wrong without a case of the walk, and who would notice. */
    private static final Map<String, String> BELIEVED = Map.ofEntries(
            Map.entry("xyp WS100104", "the civil register's own word, nobody knows better: a spouse it forgot has the dispute"),
            Map.entry("xyp WS100133", "the civil register's own word: a death that it forgot is told by people and stops the sale (StoppedSaleTests)"),
            Map.entry("xyp WS100240", "another parcel or area is cured by an agent before money is asked for (PropertyModuleTests)"),
            Map.entry("xyp WS100307", "a company's director is whom its papers name; what differs is looked at by compliance (RepresentedSaleTests)"),
            Map.entry("xyp WS101105", "it only takes the entry: what was entered is asked with 'notary code'"),
            Map.entry("notary code", "its code is kept beside the entry and decides nothing"),
            Map.entry("qpay token", "a token that is none is refused by the next call, and a new one is asked for (QPayContractTests)"),
            Map.entry("qpay refresh", "a token that is none is refused by the next call, and a new one is asked for (QPayContractTests)"),
            Map.entry("qpay getPayment", "booked only on an invoice of ours, settled only when the sum is that of the line"),
            Map.entry("qpay listPayments", "says only who paid: what counts is what 'checkPayment' says"),
            Map.entry("qpay cancelInvoice", "money on a cancelled invoice is counted or given back all the same"),
            Map.entry("qpay createEbarimt", "the tax office's own receipt: it moves no money"),
            Map.entry("khan token", "a token that is none is refused by the next call, and a new one is asked for (KhanContractTests)"),
            Map.entry("khan nameCheck", "another name holds the payment back for an officer (HeldPayoutScenarios)"),
            Map.entry("khan statement", "what it hides is booked by the running statement, and held against the day's balances (ReconciliationScenarios)"),
            Map.entry("khan statementAfter", "every night it is held against the day's balances (ReconciliationScenarios)"),
            Map.entry("khan transferDomestic", "what it says it booked must be found in the statement (ReconciliationScenarios)"),
            Map.entry("khan transferInterbank", "what it says it booked must be found in the statement (ReconciliationScenarios)"),
            Map.entry("registry file", "the counter is asked about the number it gave: one it does not know is an incident"),
            Map.entry("tsa stamp", "what does not answer the question, or is by a stranger, is not taken (TimeStampsTests)"),
            Map.entry("registry withdraw", "that it is decided is not believed: the decision is asked for"));

    /** Calls in the middle of which nothing is killed, and why. */
    private static final Map<String, String> NOT_KILLED = Map.of("qpay token", TOKEN, "qpay refresh", TOKEN, "khan token", TOKEN,
            "xyp WS100254", SAME_STEP, "xyp WS100240", SAME_STEP,
            "tsa stamp", "asked for again by the same step, of which nothing is kept before the step is done",
            "xyp WS100307", "a question of the same step as WS100101, of which nothing is kept before the step is done",
            "qpay createEbarimt", "done again as after a lost answer: the gateway makes one receipt for a payment (EbarimtTests)");

    /** What the systems hear beside, and why it is no call of a sale. */
    private static final Map<String, String> BESIDE = Map.ofEntries(
            Map.entry("khan nightStatement", "nightly comparison"), Map.entry("khan statementAtNight", "nightly comparison"),
            Map.entry("sms send", "a message moves neither money nor title, and nobody waits for it"),
            Map.entry("pwned range", "choice of a password"), Map.entry("dan authorize", "sign-in"), Map.entry("dan token", "sign-in"),
            Map.entry("dan service", "sign-in"), Map.entry("face compare", "opening of an account"),
            Map.entry("screening search", "opening of an account"), Map.entry("frc licence", "opening of an agent's account"),
            Map.entry("tsa certificate", "whose stamps are believed is learnt once and decides nothing of a sale"),
            Map.entry("tsa revocations", "asked for by who checks a signature"), Map.entry("operator token", "change of an account"), Map.entry("operator retrieve-date", "change of an account"));

    private record Call(String call, String fault) {
    }

    private final Map<Call, String> walked = new LinkedHashMap<>();
    private final Set<String> unknown = new TreeSet<>();

    /** A call suffered, and how the sale went on. */
    public void add(String call, String fault, String goesOn) {
        walked.putIfAbsent(new Call(call, column(fault)), goesOn);
    }

    /** What the systems have really heard: the table must know every call. */
    public void heard(Collection<String> calls) {
        calls.stream().filter(call -> !CALLS.contains(call) && !BESIDE.containsKey(call)).forEach(unknown::add);
    }

    private static String column(String fault) {
        return switch (fault) {
            case "DUPLICATE_CALLBACK" -> "DUPLICATE";
            case "EARLY_CALLBACK" -> "REORDERED";
            case "FORGED_CALLBACK" -> "FORGED";
            case "NO_CALLBACK" -> "LOST";
            default -> fault;
        };
    }

    private String cell(String call, String fault) {
        var seen = walked.get(new Call(call, fault));
        return seen != null ? seen : whyNot(call, fault);
    }

    /** Null when nothing excuses the gap. */
    private static String whyNot(String call, String fault) {
        boolean callback = call.equals(CALLBACK);
        return switch (fault) {
            case "KILLED_BEFORE", "KILLED_AFTER" -> NOT_KILLED.get(call);
            case "DUPLICATE", "REORDERED", "FORGED", "LOST" -> callback ? null : WE_ASK;
            case "LIE" -> callback ? HINT : BELIEVED.get(call);
            default -> callback ? NO_ANSWER : null;
        };
    }

    /** How many cells there are, how many of them were walked, and how many cannot be. */
    public String count() {
        long seen = walked.keySet().stream().filter(cell -> CALLS.contains(cell.call()) && FAULTS.contains(cell.fault())).count();
        int cells = CALLS.size() * FAULTS.size();
        return cells + " cells: " + seen + " walked, " + (cells - seen - notWalked().size()) + " that cannot be, " + notWalked().size()
                + " not walked by this run";
    }

    /** Cells without a case and without a reason, and calls that were heard and have no row. */
    public List<String> gaps() {
        var gaps = notWalked();
        unknown.forEach(call -> gaps.add(call + " is called and not in the table"));
        return gaps;
    }

    private List<String> notWalked() {
        var gaps = new ArrayList<String>();
        CALLS.forEach(call -> FAULTS.stream().filter(fault -> cell(call, fault) == null).forEach(fault -> gaps.add(call + " " + fault)));
        return gaps;
    }

    /** What another run has seen, as {@link #keep} has left it. */
    public void goOnFrom(Path file) throws IOException {
        if (Files.exists(file)) {
            Files.readAllLines(file).stream().map(line -> line.split("\t", 3)).forEach(cell -> walked.putIfAbsent(new Call(cell[0], cell[1]), cell[2]));
        }
    }

    /** For a run that goes on from here. */
    public void keep(Path file) throws IOException {
        Files.write(file, walked.entrySet().stream().map(cell -> cell.getKey().call() + "\t" + cell.getKey().fault() + "\t" + cell.getValue()).toList());
    }

    /** The table, for people. */
    List<String> lines() {
        var lines = new ArrayList<>(List.of("%-24s %-16s %s".formatted("call", "what goes wrong", "the sale goes on / why not")));
        CALLS.forEach(call -> FAULTS.forEach(fault -> {
            var cell = cell(call, fault);
            lines.add("%-24s %-16s %s".formatted(call, fault, cell == null ? "not walked by this run" : cell));
        }));
        unknown.forEach(call -> lines.add("%-24s %-16s %s".formatted(call, "-", "called and not in the table")));
        return lines;
    }

    public void print(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, lines());
        lines().forEach(line -> System.out.println("FAULT | " + line));
        System.out.println("FAULT | " + count());
    }
}
