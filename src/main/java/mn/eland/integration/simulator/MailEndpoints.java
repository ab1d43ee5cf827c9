package mn.eland.integration.simulator;

import java.util.List;
import mn.eland.integration.mail.simulator.Mailbox;
import mn.eland.integration.stage.SimulatedEndpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Caught mails as JSON, for tests and scripts. */
@SimulatedEndpoint
@RequestMapping("/simulators/mails")
class MailEndpoints {

    private static final int LIMIT = 200;

    private final Mailbox mailbox;

    MailEndpoints(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping
    List<Mailbox.Mail> mails(@RequestParam(required = false) String to) {
        return mailbox.newest(to, LIMIT);
    }
}
