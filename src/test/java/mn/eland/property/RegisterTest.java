package mn.eland.property;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import mn.eland.TestDatabase;
import mn.eland.kernel.ElandClock;
import mn.eland.property.market.ListingFinder;
import mn.eland.property.market.Market;
import mn.eland.property.market.Suggestions;
import mn.eland.property.price.AskingPrices;
import mn.eland.property.title.FilingSlice;
import mn.eland.property.title.FreshTitles;
import mn.eland.property.title.PropertyProcess;
import mn.eland.property.title.TitleDesk;
import mn.eland.property.title.Titles;
import mn.eland.store.vault.VaultSlice;
import mn.eland.workflow.outage.OutagesSlice;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register with a real PostgreSQL and nothing else: every call commits, and nothing looks at the counter by itself. Mock {@code Workflow}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@JdbcTest(properties = {"spring.datasource.hikari.maximum-pool-size=20", "eland.property.filing-poll=P1D"})
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({PropertyRegister.class, Listings.class, AskingPrices.class, Reservations.class, ListingFinder.class, Suggestions.class, Market.class, Titles.class,
    FilingSlice.class, FreshTitles.class, OutagesSlice.class, VaultSlice.class, TitleDesk.class, PropertyProcess.class, ElandClock.class, Registrar.class, mn.eland.kernel.InPerson.class})
public @interface RegisterTest {
}
