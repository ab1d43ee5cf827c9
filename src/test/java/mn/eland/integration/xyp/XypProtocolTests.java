package mn.eland.integration.xyp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import mn.eland.integration.IntegrationTest;
import mn.eland.integration.http.Xml;
import mn.eland.kernel.ElandClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The simulator against the published envelope, headers and result codes. */
@IntegrationTest
class XypProtocolTests {

    private static final String AUTH = "<auth><operator><otp>0</otp><regnum>ЯЯ91081919</regnum></operator></auth>";
    private static final String ASK = AUTH + "<propertyNumber>Ү2299000001</propertyNumber><regnum>ЯЯ88041511</regnum>";

    @Autowired XypSigner signer;
    @Autowired ElandClock clock;
    @Value("${eland.integration.xyp.base-url}") String base;

    @AfterEach
    void presentAgain() {
        clock.reset();
    }

    @Test
    void theAnswerHasTheNamesAndOddFormsOfTheRealOne() throws Exception {
        var answer = call("property", "WS100201_getPropertyInfo", ASK, now(), null);

        var returned = returned(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/xml");
        assertThat(answer.body()).contains("<ns2:WS100201_getPropertyInfoResponse xmlns:ns2=\"http://property.xyp.gov.mn/\"><return>");
        assertThat(Xml.text(returned, "resultCode")).isEqualTo("0");
        assertThat(Xml.text(returned, "requestId")).matches("[0-9a-f-]{36}");
        var response = Xml.child(returned, "response");
        assertThat(Xml.text(response, "prprtyNatNum")).isEqualTo("ү2299000001");
        assertThat(Xml.text(response, "prprtySize")).isEqualTo("72,40");
        assertThat(Xml.text(Xml.child(response, "ownerList"), "regnum")).isEqualTo("яя88041511");
        assertThat(Xml.text(Xml.child(response, "prprtyHistory"), "registeredStatus")).isEqualTo("Хүчинтэй");
    }

    @Test
    void aWrongSignatureTimeOrTokenIsCodeThree() throws Exception {
        var old = Long.toString(clock.instant().minus(Duration.ofHours(1)).getEpochSecond());

        assertThat(code(call("property", "WS100201_getPropertyInfo", ASK, now(), "bm9uc2Vuc2U="))).isEqualTo("3");
        assertThat(code(call("property", "WS100201_getPropertyInfo", ASK, old, null))).isEqualTo("3");
    }

    @Test
    void missingApprovalsHaveTheirCodes() throws Exception {
        var fields = "<propertyNumber>Ү2299000001</propertyNumber><regnum>ЯЯ88041511</regnum>";
        var citizen = "<auth><citizen><otp>0</otp><regnum>ЯЯ88041511</regnum></citizen></auth>";

        assertThat(code(call("property", "WS100201_getPropertyInfo", fields, now(), null))).isEqualTo("202");
        assertThat(code(call("property", "WS100201_getPropertyInfo", citizen + fields, now(), null))).isEqualTo("201");
    }

    @Test
    void noRecordIsCodeOneAndAMissingFieldCodeThree() throws Exception {
        assertThat(code(call("citizen", "WS100101_getCitizenIDCardInfo", AUTH + "<regnum>ЯЯ00000000</regnum>", now(), null))).isEqualTo("1");
        assertThat(code(call("citizen", "WS100101_getCitizenIDCardInfo", AUTH, now(), null))).isEqualTo("3");
    }

    @Test
    void whatIsNoCallIsAFaultWithStatus500() throws Exception {
        var unknown = call("property", "WS999999_nothing", ASK, now(), null);
        var wrongSector = call("citizen", "WS100201_getPropertyInfo", ASK, now(), null);

        assertThat(unknown.statusCode()).isEqualTo(500);
        assertThat(unknown.body()).contains("<faultstring>").contains("WS999999_nothing");
        assertThat(wrongSector.statusCode()).isEqualTo(500);
    }

    @Test
    void anEnvelopeWithADocumentTypeIsNotRead() throws Exception {
        var bomb = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
        var request = HttpRequest.newBuilder(URI.create(base + "/citizen-1.5.0/ws")).header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(bomb)).build();

        assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(500);
    }

    @Test
    void theServicesAreDescribed() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base + "/property-1.5.0/ws?WSDL")).build();
        var wsdl = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();

        assertThat(Xml.parse(wsdl)).isNotNull();
        assertThat(wsdl).contains("targetNamespace=\"http://property.xyp.gov.mn/\"").contains("name=\"WS100254_getBankPropertyInquiry\"");
    }

    private String now() {
        return Long.toString(clock.instant().getEpochSecond());
    }

    private static String code(HttpResponse<String> answer) {
        return Xml.text(returned(answer.body()), "resultCode");
    }

    private static org.w3c.dom.Element returned(String body) {
        return Xml.child(Xml.firstChild(Xml.child(Xml.parse(body), "Body")), "return");
    }

    private HttpResponse<String> call(String sector, String operation, String fields, String timeStamp, String signature) throws Exception {
        var envelope = "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:tns=\"http://" + sector
                + ".xyp.gov.mn/\"><soap:Body><tns:" + operation + "><request>" + fields + "</request></tns:" + operation
                + "></soap:Body></soap:Envelope>";
        var request = HttpRequest.newBuilder(URI.create(base + "/" + sector + "-1.5.0/ws")).header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"").header("ACCESSTOKEN", "sandbox-access-token").header("timestamp", timeStamp)
                .header("signature", signature == null ? signer.signature(timeStamp) : signature)
                .POST(HttpRequest.BodyPublishers.ofString(envelope)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
