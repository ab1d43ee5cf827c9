package mn.eland.property.web;

import static mn.eland.property.Flats.ENKHJIN;
import static mn.eland.property.Flats.TEMUULEN;
import static mn.eland.property.Flats.aFlat;
import static mn.eland.property.Flats.aListingNumber;
import static mn.eland.property.Flats.aSaleNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.property.PersonOfCase;
import mn.eland.property.PropertyRegister;
import mn.eland.property.PropertyView;
import mn.eland.property.RegisterTest;
import mn.eland.property.Registrar;
import mn.eland.property.spi.OwnershipRegistry.Entry;
import mn.eland.property.spi.OwnershipRegistry.Owner;
import mn.eland.property.spi.OwnershipRegistry.Parcel;
import mn.eland.property.spi.OwnershipRegistry.Title;
import mn.eland.workflow.FormAnswers;
import mn.eland.workflow.FormDefinition;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.form.FormReader;
import mn.eland.workflow.spi.TaskForm.Fact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@RegisterTest
@Import({CureTitle.class, FixFiling.class, ChaseRegistrar.class, CaseFactsOfProperty.class})
class PropertyTaskFormsTests {

    private static final Actor AGENT = new Actor(new PartyId(new UUID(0, 4)), "Л. Мөнхзул", Set.of(Role.AGENT));

    @MockitoBean Workflow workflow;
    @Autowired PropertyRegister register;
    @Autowired Registrar registrar;
    @Autowired ElandClock clock;
    @Autowired CureTitle cureTitle;
    @Autowired FixFiling fixFiling;
    @Autowired ChaseRegistrar chaseRegistrar;
    @Autowired org.springframework.jdbc.core.JdbcTemplate jdbc;

    private CaseRef sale;
    private PropertyView flat;

    @BeforeEach
    void aMortgagedFlatIsChecked() {
        flat = register.draft(aListingNumber(), aFlat().draft()).get().property();
        sale = aSaleNumber();
        register.rememberPerson(sale, new PersonOfCase(TEMUULEN, "ЯЯ88041511", "Ганболдын", "Тэмүүлэн"));
        register.rememberPerson(sale, new PersonOfCase(ENKHJIN, "ЯЯ93121643", "Баярын", "Энхжин"));
        registrar.enters(new Title(flat.registryNo(), flat.certificateNo(), flat.parcelNo(), flat.areaM2(), flat.address(),
                List.of(new Owner("ЯЯ88041511", "Ганболдын", "Тэмүүлэн")),
                List.of(new Entry("Барьцааны гэрээ бүртгэх", LocalDate.of(2023, 5, 11), "Тэмүүлэн", "Голомт банк", null, true))),
                new Parcel(flat.parcelNo(), 2400, false, false));
        when(workflow.complete(any(), any(), any(), any())).thenReturn(Outcome.done());
        jdbc.update("""
                insert into property.title_readings (case_no, property_id, read_at, found, owner_match, certificate_match, arrest, court_dispute,
                    mortgage, mortgagee_consent, pending_filing, lease_registered, parcel_match, minor_owner, permit_for_minor, unfinished,
                    area_diff_pct, open_deals, regime, owner_names)
                values (?, ?, now(), true, true, true, false, false, true, false, false, false, true, false, false, false, 0, 0, 'SEPARATE', 'Г. Тэмүүлэн')""",
                sale.number(), flat.id().value());
        jdbc.update("insert into property.title_decisions select max(id), 'CURE', 'MORTGAGE', now() from property.title_readings where case_no = ?", sale.number());
    }

    private TaskView task(String key) {
        return new TaskView("1", sale, "checkTitle", key, key, key, key, "agents", null, null, "", "", clock.instant(), null, 50, null);
    }

    private static FormDefinition form(String file) {
        try {
            var path = Path.of("forms/property", file);
            return FormReader.read(path.toString(), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, Object> answers(String file, Map<String, ?> sent) {
        var read = FormAnswers.of(form(file), sent);
        assertThat(read.refusals()).isEmpty();
        return read.values();
    }

    @Test
    void agentSeesWhatWasFoundAndTheFormKnowsIt() {
        var facts = cureTitle.facts(AGENT, task("cureTitle"));

        assertThat(facts).extracting(Fact::labelKey).contains("register.fact.registryNo", "register.fact.found", "register.fact.owners");
        assertThat(facts).filteredOn(fact -> "danger".equals(fact.tone())).hasSize(1);
        assertThat(cureTitle.prefill(AGENT, task("cureTitle"))).containsEntry("problem", "MORTGAGE");
    }

    @Test
    void paperForTheFoundDefectIsKept() {
        var sent = answers("cure-title.form", Map.of("problem", "MORTGAGE", "documentNo", "Б-12/345", "documentDate", clock.today().toString(), "issuer", "Голомт банк",
                "payoffMnt", "100 000 000", "payoffIban", "MN670015999900000077", "payoffValidUntil", clock.today().plusDays(9).toString()));

        assertThat(cureTitle.submit(AGENT, task("cureTitle"), sent).isDone()).isTrue();

        verify(workflow).complete(eq(sale), eq("cureTitle"), eq(AGENT), any());
        assertThat(jdbc.queryForObject("select document_no from property.title_cures where case_no = ?", String.class, sale.number())).isEqualTo("Б-12/345");
        assertThat(register.payoff(flat.id()).orElseThrow().bank()).isEqualTo("Голомт банк");
    }

    @Test
    void paperForAnotherDefectIsRefusedAtItsField() {
        var sent = answers("cure-title.form", Map.of("problem", "AREA_DIFF", "areaM2", "62,5", "documentNo", "1", "documentDate", clock.today().toString(), "issuer", "Газар"));

        var refusal = cureTitle.submit(AGENT, task("cureTitle"), sent).refusal();

        assertThat(refusal.code()).isEqualTo("CURE_OTHER_DEFECT");
        assertThat(refusal.field()).isEqualTo("problem");
    }

    @Test
    void correctedAreaIsAskedOnlyWhereItMatters() {
        var missing = FormAnswers.of(form("cure-title.form"), Map.of("problem", "AREA_DIFF", "documentNo", "1", "documentDate", "2026-11-01", "issuer", "Газар"));
        var wrong = FormAnswers.of(form("cure-title.form"), Map.of("problem", "AREA_DIFF", "areaM2", "about sixty", "documentNo", "1", "documentDate", "2026-11-01", "issuer", "Газар"));

        assertThat(missing.refusals()).extracting(refusal -> refusal.field()).containsExactly("areaM2");
        assertThat(wrong.refusals()).extracting(refusal -> refusal.code()).containsExactly("FIELD_PATTERN");
    }

    @Test
    void agentFilesAgainOrGivesUp() {
        var again = answers("fix-filing.form", Map.of("decision", "REFILE", "explanation", "Дугаарыг зассан"));
        var over = answers("fix-filing.form", Map.of("decision", "GIVE_UP", "explanation", "Боломжгүй болсон"));

        assertThat(fixFiling.facts(AGENT, task("fixFiling"))).isNotEmpty();
        fixFiling.submit(AGENT, task("fixFiling"), again).get();
        fixFiling.submit(AGENT, task("fixFiling"), over).get();

        var told = org.mockito.ArgumentCaptor.forClass(Values.class);
        verify(workflow, org.mockito.Mockito.times(2)).complete(eq(sale), eq("fixFiling"), eq(AGENT), told.capture());
        assertThat(told.getAllValues()).extracting(values -> values.raw().get("refile")).containsExactly(true, false);
    }

    @Test
    void futureDateOfACallIsRefused() {
        var sent = answers("chase-registrar.form", Map.of("askedOn", clock.today().plusDays(1).toString(), "channel", "PHONE", "answer", "Маргааш шийднэ"));

        assertThat(chaseRegistrar.submit(AGENT, task("chaseRegistrar"), sent).refusal().field()).isEqualTo("askedOn");
    }
}
