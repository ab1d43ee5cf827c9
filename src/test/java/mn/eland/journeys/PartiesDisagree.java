package mn.eland.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import mn.eland.Simulators;
import mn.eland.payment.Payments;
import mn.eland.payment.Payments.Purpose;
import mn.eland.sale.SaleId;
import mn.eland.sale.SaleWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/** Two people who disagree about money, as each sees it: one on a phone, one at a desk. */
@Journey
class PartiesDisagree {

    private static final long PRICE = 380_000_000;

    @Value("${eland.base-url}") String base;
    @Autowired ApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired Payments payments;

    @AfterEach
    void theBooksBalance() {
        assertThat(payments.trialBalance().isHealthy()).isTrue();
    }

    @Test
    void aPartOfTheDepositIsDisputedAndSplit() {
        var sale = funded();
        try (var buyer = Browser.phone(base, "mn").signIn("enkhjin")) {
            buyer.open("/deals/" + sale).fits();
            buyer.page().locator("section[aria-labelledby=disagree] a.btn").click();
            buyer.ready().accessible().fits();
            buyer.picture("dispute-mn-phone-01-what-follows");
            buyer.page().locator("input[name=sum]").fill("8000000");
            buyer.page().locator("textarea[name=about]").fill("Зарын гэрэл зураг бодит байдалтай зөрсөн");
            buyer.page().check("input[name=understood]");
            buyer.page().locator("form[action$='/dispute'] button.btn-primary").click();
            buyer.ready();
            assertThat(buyer.page().locator("section[aria-labelledby=dispute-title]").innerText()).contains("Нөгөө талын хариуг хүлээж байна");
            buyer.accessible().fits().page().locator("section[aria-labelledby=dispute-title] details.confirm").scrollIntoViewIfNeeded();
            buyer.picture("dispute-mn-phone-02-open");
        }
        try (var seller = Browser.desktop(base, "en").signIn("temuulen")) {
            seller.open("/deals/" + sale).fits();
            seller.page().locator("section[aria-labelledby=dispute-title] a.btn-primary").click();
            seller.ready().accessible().fits();
            seller.page().check("input[name=reply][value=SPLIT]");
            seller.page().locator("input[name=toClaimantMnt]").fill("3000000");
            seller.page().locator("textarea[name=words]").fill("The pictures were of the year before");
            seller.picture("dispute-en-desktop-03-answer");
            seller.page().locator("form[action^='/tasks/']:has(input[name=reply]) button.btn-primary").first().click();
            seller.ready();
        }
        try (var buyer = Browser.desktop(base, "en").signIn("enkhjin")) {
            buyer.open("/deals/" + sale).fits();
            buyer.accessible().page().locator("section[aria-labelledby=dispute-title] details.confirm").scrollIntoViewIfNeeded();
            buyer.picture("dispute-en-desktop-04-offered");
            assertThat(buyer.page().locator("section[aria-labelledby=dispute-title]").innerText()).contains("A part was offered");
        }
    }

    @Test
    void theSaleIsEndedByAgreement() {
        var sale = funded();
        try (var seller = Browser.desktop(base, "en").signIn("temuulen")) {
            seller.open("/deals/" + sale).fits();
            seller.page().locator("section[aria-labelledby=rescind] a.btn").click();
            seller.ready().accessible().fits();
            seller.page().check("input[name=terms][value=SPLIT]");
            seller.page().locator("input[name=sellerPct]").fill("40");
            seller.page().locator("textarea[name=reason]").fill("Both of us have other plans");
            seller.page().check("input[name=understood]");
            seller.picture("rescission-en-desktop-01-proposal");
            seller.page().locator("form[action$='/rescission'] button.btn-primary").click();
            seller.ready();
            seller.accessible().fits().page().locator("section[aria-labelledby=rescission-title] details.confirm").scrollIntoViewIfNeeded();
            seller.picture("rescission-en-desktop-02-proposed");
        }
        try (var buyer = Browser.phone(base, "mn").signIn("enkhjin")) {
            buyer.open("/deals/" + sale).fits();
            buyer.page().locator("#rescission-title").scrollIntoViewIfNeeded();
            buyer.picture("rescission-mn-phone-03-asked");
            buyer.page().locator("section[aria-labelledby=rescission-title] a.btn-primary").click();
            buyer.ready().accessible().fits().picture("rescission-mn-phone-04-agreement");
            var address = buyer.page().url();
            new SaleWalk(context, simulators).acceptByCode("enkhjin", sale, java.util.UUID.fromString(address.substring(address.lastIndexOf('/') + 1).replaceAll("[?#].*", "")));
            await("the sale is called off").atMost(Duration.ofSeconds(60)).until(() ->
                    buyer.open("/deals/" + sale).page().locator("ol.steps li.stopped").count() == 1);
            buyer.accessible().fits().page().locator("ol.steps li.stopped").scrollIntoViewIfNeeded();
            buyer.picture("rescission-mn-phone-05-ended");
        }
    }

    private SaleId funded() {
        var walk = new SaleWalk(context, simulators);
        var sale = walk.offer("enkhjin", walk.publishedFlat(PRICE), PRICE);
        walk.accept(sale);
        walk.consents(sale);
        walk.untilStage(sale, "PRELIMINARY");
        walk.sign(sale, "temuulen", "enkhjin");
        walk.payByQr("enkhjin", sale, Purpose.DEPOSIT);
        walk.untilStage(sale, "FUNDING");
        return sale;
    }
}
