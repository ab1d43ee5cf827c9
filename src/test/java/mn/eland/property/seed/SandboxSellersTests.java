package mn.eland.property.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import mn.eland.ElandTest;
import mn.eland.identity.Parties;
import mn.eland.kernel.PartyId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A sale of the sandbox can be brought to its end in the browser. */
@ElandTest
class SandboxSellersTests {

    @Autowired Parties parties;
    @Autowired UserDetailsService accounts;
    @Autowired PasswordEncoder passwords;
    @Autowired JdbcClient jdbc;

    @Test
    void sellerOfEveryListingIsOfferedAnAccountAndCanSignIn() {
        var now = Instant.parse("2026-11-26T02:00:00Z");
        var sellers = Stream.of(KnownProperties.at(now), new ListingGenerator(now).listings(600)).flatMap(List::stream)
                .map(property -> new PartyId(SeedOwners.party(property.owner()))).distinct().toList();
        var offered = parties.sandboxAccounts();

        assertThat(sellers).hasSizeGreaterThan(9).allSatisfy(seller -> {
            var name = jdbc.sql("select username from identity.accounts where party_id = ?").param(seller.value()).query(String.class).single();
            var account = offered.stream().filter(offer -> offer.username().equals(name)).findFirst().orElseThrow();
            var user = accounts.loadUserByUsername(name);
            assertThat(user.isEnabled()).isTrue();
            assertThat(passwords.matches(account.password(), user.getPassword())).isTrue();
            assertThat(user.getAuthorities()).extracting("authority").contains("ROLE_SELLER");
        });
    }
}
