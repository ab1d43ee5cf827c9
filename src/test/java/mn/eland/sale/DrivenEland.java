package mn.eland.sale;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import mn.eland.Eland;
import mn.eland.Simulators;
import mn.eland.payment.Payments;
import mn.eland.sale.SaleStand.Act;
import mn.eland.sale.SaleStand.Place;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole application in a process of its own, with people in it who do what they are told: a line in, one line out when
 * it is done. {@code <id> <verb> <sale> <buyer> <what>} in, {@code @@ <id> done|failed <text>} out.
 */
public final class DrivenEland {

    private DrivenEland() {
    }

    public static void main(String[] args) throws IOException {
        var application = new SpringApplication(Eland.class, Simulators.class);
        var context = application.run(args);
        say("0 done ready");
        var people = Executors.newCachedThreadPool();
        try (var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = orders.readLine(); line != null; line = orders.readLine()) {
                var words = line.split(" ");
                people.execute(() -> obey(context, words));
            }
        } finally {
            people.shutdownNow();
            context.close();
        }
    }

    private static void obey(ApplicationContext context, String[] words) {
        try {
            say(words[0] + " done " + done(context, words));
        } catch (Exception | AssertionError failed) {
            say(words[0] + " failed " + failed.toString().lines().findFirst().orElse(""));
        }
    }

    private static String done(ApplicationContext context, String[] words) {
        switch (words[1]) {
            case "offer" -> {
                return SaleStand.offered(context, words[3]).bringTo(Place.valueOf(words[4])).number();
            }
            case "bring" -> SaleStand.of(context, words[2], words[3]).bringTo(Place.valueOf(words[4]));
            case "act" -> SaleStand.of(context, words[2], words[3]).act(Act.valueOf(words[4]));
            case "wait" -> SaleStand.of(context, words[2], words[3]).goesOnTo(words[4]);
            case "stop" -> SaleStand.of(context, words[2], words[3]).isStopped();
            case "prove" -> {
                return proof(context);
            }
            default -> throw new IllegalArgumentException(words[1]);
        }
        return words[2];
    }

    /** Whether the books balance; the escrow they know of; how many transfers, applications and deeds they know of. */
    private static String proof(ApplicationContext context) {
        var proof = context.getBean(Payments.class).trialBalance();
        return (proof.isHealthy() ? "healthy " : proof + " ") + context.getBean(JdbcClient.class).sql("""
                select (select coalesce(sum(b.amount), 0) from payment.balances b join payment.accounts a on a.id = b.account_id where a.code = '1110')
                    || ' ' || (select count(*) from payment.transfers where state = 'BOOKED') || ' ' || (select count(*) from property.filings)
                    || ' ' || (select count(*) from notarization.submissions where code is not null)""").query(String.class).single();
    }

    private static synchronized void say(String line) {
        System.out.println("@@ " + line);
        System.out.flush();
    }
}
