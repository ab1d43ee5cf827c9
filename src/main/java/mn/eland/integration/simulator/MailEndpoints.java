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

    /** @param after only those that came after the mail of this number; @param limit at most so many, newest first */
    @GetMapping
    List<Mailbox.Mail> mails(@RequestParam(required = false) String to, @RequestParam(defaultValue = "0") long after,
                             @RequestParam(defaultValue = "200") int limit) {
        return mailbox.newest(to, after, Math.min(limit, LIMIT));
    }
}
