package mn.eland.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import mn.eland.ElandTest;
import mn.eland.kernel.Actor;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.workflow.InboxQuery;
import mn.eland.workflow.InboxQuery.Scope;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.feel.CachedFeelFactory;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox and the tables, each beside what is usual. */
@ElandTest
class WorkBench {

    private static final Actor AGENT = new Actor(new PartyId(new java.util.UUID(0, 4)), "Agent", Set.of(Role.AGENT));
    private static final int ROUNDS = 200;

    @Autowired Workflow workflow;
    @Autowired TaskService tasks;
    @Autowired JdbcClient sql;

    @Test
    void inboxStaysFlat() {
        fill(1, 10_000);
        double small = inbox();
        double smallEngine = engineList();
        Figures.say("inbox page + count, 10 000 open tasks", Figures.text("p95 %.2f ms", small), Figures.text("engine's own task list %.1f ms, %.0f x", smallEngine, smallEngine / small));

        fill(10_001, 200_000);
        double large = inbox();
        double largeEngine = engineList();
        Figures.say("inbox page + count, 200 000 open tasks", Figures.text("p95 %.2f ms (%.2f x of 10 000), budget 50 ms", large, large / small),
                Figures.text("engine's own task list %.1f ms, %.0f x", largeEngine, largeEngine / large));
    }

    /** The same open tasks for our inbox and for the engine's list. */
    private void fill(int from, int to) {
        sql.sql("""
                insert into workflow.work_items (task_id, group_name, group_rank, case_number, process_key, task_key, label_mn, label_en,
                    form_key, subject, people, search_text, created_at, due_at, priority)
                select 'bench-' || n, case n % 20 when 0 then 'agents' else 'group' || (n % 20) end, 0, 'S-2026-' || lpad((n % 900000 + 100000)::text, 6, '0'),
                    'sellProperty', 'answerOffer', 'Санал хянах', 'Answer offer', 'answerOffer', 'Орон сууц ' || n, 'Б. Болд', 'байр ' || n,
                    now() - n * interval '1 second', now() + (n % 5000) * interval '1 minute', 50
                from generate_series(:from, :to) n""").param("from", from).param("to", to).update();
        sql.sql("insert into act_ru_task (id_, rev_, name_, priority_, create_time_, due_date_, suspension_state_) select 'bench-' || n, 1, 'Санал хянах', 50, now(), now() + (n % 5000) * interval '1 minute', 1 from generate_series(:from, :to) n")
                .param("from", from).param("to", to).update();
        sql.sql("insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_) select 'bench-' || n, 1, case n % 20 when 0 then 'agents' else 'group' || (n % 20) end, 'candidate', 'bench-' || n from generate_series(:from, :to) n")
                .param("from", from).param("to", to).update();
        sql.sql("analyze workflow.work_items, act_ru_task, act_ru_identitylink").update();
    }

    private double inbox() {
        var times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            times[i] = Figures.milliseconds(() -> workflow.inbox(AGENT, InboxQuery.of(Scope.GROUP)));
        }
        return Figures.p95(java.util.Arrays.copyOfRange(times, ROUNDS / 4, ROUNDS));
    }

    private double engineList() {
        var times = new double[20];
        for (int i = 0; i < times.length; i++) {
            times[i] = Figures.milliseconds(() -> {
                tasks.createTaskQuery().taskCandidateGroup("agents").orderByDueDate().asc().listPage(0, 20);
                tasks.createTaskQuery().taskCandidateGroup("agents").count();
            });
        }
        return Figures.p95(times);
    }

    @Test
    void tablesAreDecidedQuickly() throws IOException {
        var facts = Map.<String, Object>ofEntries(Map.entry("priceRatio", 0.55), Map.entry("priceGrowth90d", 0.1), Map.entry("incomeMultiple", 13.0),
                Map.entry("cashShare", 0.6), Map.entry("contractToEscrowRatio", 1.0), Map.entry("valuationToPrice", 1.0), Map.entry("ltv", 0.2),
                Map.entry("daysSinceLastTransfer", 400), Map.entry("transfers12m", 1), Map.entry("sharedPartyLinks", 0), Map.entry("listingAgeHours", 60),
                Map.entry("sellerAge", 50), Map.entry("buyerAge", 30), Map.entry("poaDeals12m", 0), Map.entry("thirdPartyPayers", 0),
                Map.entry("poaUsed", false), Map.entry("sameDayNotary", false), Map.entry("offPlatformContact", false), Map.entry("highRiskCountry", false));
        var cached = engine(true);
        var stock = engine(false);
        double ours = perSecond(cached, facts, 400);
        double usual = perSecond(stock, facts, 30);

        Figures.say("fraud table, 20 rules x 19 inputs, one thread", Figures.text("%.0f evaluations/s", ours), Figures.text("stock engine %.0f/s, %.0f x", usual, ours / usual));
    }

    private static DmnEngine engine(boolean cached) {
        var configuration = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        if (cached) {
            configuration.setFeelEngineFactory(new CachedFeelFactory(Clock.systemUTC()));
        }
        return configuration.buildEngine();
    }

    private static double perSecond(DmnEngine engine, Map<String, Object> facts, int warmUp) throws IOException {
        try (var file = Files.newInputStream(Path.of("decisions/sale/sale-fraud-signals.dmn"))) {
            var decision = engine.parseDecision("saleFraudSignals", file);
            var variables = Variables.fromMap(facts);
            return Figures.perSecond(warmUp, 3, () -> engine.evaluateDecisionTable(decision, variables));
        }
    }
}
