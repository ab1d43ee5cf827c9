package mn.eland.identity.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.edge.SignIn;
import mn.eland.identity.spi.NameScreening.Kind;
import mn.eland.identity.verification.Act;
import mn.eland.identity.verification.Permits;
import mn.eland.kernel.Actor;
import mn.eland.kernel.PartyId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** Compliance brings lists; whoever stands on one is stopped in the same moment and told nothing. */
@ElandTest
class WatchListsTests {

    private static final PartyId DULGUUN = new PartyId(new UUID(0, 13));

    @Autowired WebApplicationContext context;
    @Autowired WatchLists lists;
    @Autowired Screening screening;
    @Autowired Matches matches;
    @Autowired Permits permits;
    @Autowired JdbcClient jdbc;
    private MockMvc mvc;
    private Actor officer;

    @BeforeEach
    void compliance() {
        mvc = SignIn.mvc(context);
        officer = SignIn.actor(context, "tulga");
    }

    @AfterEach
    void listsAreGoneAndEverybodyIsKnownAgain() {
        jdbc.sql("delete from identity.list_matches").update();
        jdbc.sql("update identity.watch_lists set replaced_at = now() where replaced_at is null").update();
        jdbc.sql("update identity.verified_parties set standing = 'VERIFIED' where party_id = ?").param(DULGUUN.value()).update();
    }

    @Test
    void whoStandsOnANewListOfSanctionsIsStoppedAndOnlyTheHeadHearsOfIt() throws Exception {
        assertThat(permits.hindrance(DULGUUN, Act.OFFER)).isEmpty();
        int before = told("battsetseg");

        var page = upload("НҮБ 1267", "SANCTIONS", "un.csv", "id,name,born\nQDi.1,DULGUUN OCHIR,1999-01-01\nQDi.2,Nobody Here,\n");

        assertThat(page).isEqualTo(new WatchLists.Imported("НҮБ 1267", 2, 1));
        assertThat(permits.hindrance(DULGUUN, Act.OFFER).orElseThrow().code()).isEqualTo("PARTY_DECLINED");
        await().atMost(Duration.ofSeconds(20)).until(() -> told("battsetseg") == before + 1);
        assertThat(told("dulguun")).isZero();
        assertThat(told("tulga")).isZero();
        assertThat(mvc.perform(get("/verification").with(SignIn.as("dulguun"))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("1267", "хориг", "Хориг");
    }

    @Test
    void theHeadOfComplianceClearsANamesakeWhoMayThenProveWhoHeIs() throws Exception {
        lists.take(officer, "Дотоодын хориг", Kind.SANCTIONS, "a.csv", "name\nОчирын Дөлгөөн\n").get();
        var head = SignIn.actor(context, "battsetseg");
        assertThat(matches.open(officer).get()).extracting(Matches.Match::party).contains(DULGUUN);
        assertThat(mvc.perform(get("/compliance/lists").with(SignIn.as("battsetseg"))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("Дотоодын хориг: Очирын Дөлгөөн");

        assertThat(matches.clear(officer, DULGUUN, "another birthday").refusal().code()).isEqualTo("LISTS_UNKNOWN");
        assertThat(matches.clear(head, head.person(), "another birthday").refusal().code()).isEqualTo("OWN_IDENTITY");
        assertThat(matches.clear(head, DULGUUN, "no").refusal().code()).isEqualTo("MATCH_NOTE_LENGTH");
        assertThat(matches.clear(head, DULGUUN, "another birthday").isDone()).isTrue();

        assertThat(matches.clear(head, DULGUUN, "another birthday").refusal().code()).isEqualTo("MATCH_GONE");
        assertThat(permits.hindrance(DULGUUN, Act.OFFER).orElseThrow().code()).isEqualTo("VERIFICATION_OVER");
        assertThat(matches.uncleared(DULGUUN, screening.onOurLists("Очирын Дөлгөөн", null))).isEmpty();
    }

    @Test
    void aNewerFileTakesThePlaceOfTheOlderAndABadOneTakesNone() throws Exception {
        lists.take(officer, "Дотоодын жагсаалт", Kind.PEP, "a.csv", "name\nДорж Гомбо\n").get();
        lists.take(officer, "Дотоодын жагсаалт", Kind.PEP, "b.xml", "<list><entry><name>Пүрэв Номин</name><otherName>Purev Nomin</otherName></entry></list>").get();

        assertThat(lists.take(officer, "Дотоодын жагсаалт", Kind.PEP, "c.csv", "name,born\nX Y,someday\n").refusal().code()).isEqualTo("LIST_FILE_UNREADABLE");
        assertThat(lists.take(officer, " ", Kind.PEP, "c.csv", "name\nX Y\n").refusal().code()).isEqualTo("LIST_NAME_MISSING");

        assertThat(screening.onOurLists("Гомбын Дорж", null)).isEmpty();
        assertThat(screening.onOurLists("Номин Пүрэвийн", null)).extracting("entry").contains("Пүрэв Номин");
        assertThat(screening.onOurLists("Номин", null)).as("a given name alone is nobody").isEmpty();
        assertThat(lists.all(officer).get()).filteredOn(list -> list.name().equals("Дотоодын жагсаалт")).extracting(WatchLists.WatchList::fileName)
                .startsWith("b.xml", "a.csv");
        assertThat(permits.hindrance(new PartyId(new UUID(0, 10)), Act.OFFER)).as("an exposed person goes on until it is verified anew").isEmpty();
    }

    @Test
    void aBirthdaySpeaksAgainstANamesake() {
        lists.take(officer, "Адил нэртэн", Kind.PEP, "a.csv", "name,born\nОчирын Дөлгөөн,1950-05-05\n").get();

        assertThat(screening.onOurLists("Очирын Дөлгөөн", LocalDate.of(1999, 1, 1))).isEmpty();
        assertThat(screening.onOurLists("Очирын Дөлгөөн", null)).hasSize(1);
    }

    @Test
    void forOthersThereAreNoListsAndPicturesAreNone() throws Exception {
        assertThat(lists.all(SignIn.actor(context, "munkhzul")).refusal().code()).isEqualTo("LISTS_UNKNOWN");
        assertThat(lists.take(SignIn.actor(context, "ariunaa"), "A", Kind.PEP, "a.csv", "name\nX Y\n").refusal().code()).isEqualTo("LISTS_UNKNOWN");
        var answer = mvc.perform(multipart("/compliance/lists").file(new MockMultipartFile("file", "a.xml", "application/xml", new byte[] {(byte) 0xFF, 1}))
                .param("name", "A").param("kind", "PEP").with(SignIn.as("tulga")).with(csrf())).andReturn();
        assertThat(answer.getFlashMap().get("refusedCode")).isEqualTo("LIST_FILE_NEITHER");
        assertThat(mvc.perform(get("/compliance/lists").with(SignIn.as("tulga"))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("Жагсаалт оруулах");
    }

    private Object upload(String name, String kind, String file, String text) throws Exception {
        return mvc.perform(multipart("/compliance/lists").file(new MockMultipartFile("file", file, "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                .param("name", name).param("kind", kind).with(SignIn.as("tulga")).with(csrf())).andReturn().getFlashMap().get("imported");
    }

    private int told(String username) {
        return jdbc.sql("""
                select count(*) from notification.notifications n join identity.accounts a on a.party_id = n.person
                where a.username = ? and n.message = 'listedPartyFound'""").param(username).query(Integer.class).single();
    }
}
