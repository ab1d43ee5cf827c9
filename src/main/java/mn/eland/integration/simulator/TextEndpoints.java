package mn.eland.integration.simulator;

import java.util.List;
import mn.eland.integration.sms.simulator.Telephones;
import mn.eland.integration.stage.SimulatedEndpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What arrived on telephones, and the change of a card, as JSON for tests and scripts. */
@SimulatedEndpoint
@RequestMapping("/simulators/texts")
class TextEndpoints {

    private static final int LIMIT = 200;

    private final Telephones telephones;

    TextEndpoints(Telephones telephones) {
        this.telephones = telephones;
    }

    @GetMapping
    List<Telephones.Text> texts(@RequestParam(required = false) String to) {
        return telephones.newest(to, LIMIT);
    }

    record Card(String phone) {
    }

    @PostMapping("/card")
    void changeCard(@RequestBody Card card) {
        telephones.changeCard(card.phone());
    }
}
