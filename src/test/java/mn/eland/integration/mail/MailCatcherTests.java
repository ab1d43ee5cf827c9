package mn.eland.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import mn.eland.Simulators;
import mn.eland.integration.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

@IntegrationTest
class MailCatcherTests {

    @Autowired JavaMailSender sender;
    @Autowired Simulators simulators;

    @Test
    void aMailInTwoFormsIsKeptInBoth() throws MessagingException {
        var mail = sender.createMimeMessage();
        var helper = new MimeMessageHelper(mail, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, "UTF-8");
        helper.setFrom("eland@example.mn");
        helper.setTo("enkhjin@example.mn");
        helper.setSubject("Таны санал хүлээн авагдлаа");
        helper.setText("Сайн байна уу\n.\n..цэгтэй мөр", "<p>Сайн байна уу</p>");
        sender.send(mail);

        assertThat(simulators.mails("Enkhjin@example.mn")).singleElement().satisfies(caught -> {
            assertThat(caught.path("subject").asText()).isEqualTo("Таны санал хүлээн авагдлаа");
            assertThat(caught.path("text").asText().strip().lines()).containsExactly("Сайн байна уу", ".", "..цэгтэй мөр");
            assertThat(caught.path("html").asText()).contains("<p>Сайн байна уу</p>");
        });
    }

    @Test
    void eachReceiverSeesItsOwnMails() {
        for (var to : new String[] {"a@example.mn", "b@example.mn", "b@example.mn"}) {
            var mail = new SimpleMailMessage();
            mail.setFrom("eland@example.mn");
            mail.setTo(to);
            mail.setSubject("for " + to);
            mail.setText("text");
            sender.send(mail);
        }

        assertThat(simulators.mails("a@example.mn")).hasSize(1);
        assertThat(simulators.mails("b@example.mn")).hasSize(2);
    }
}
