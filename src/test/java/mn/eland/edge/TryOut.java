package mn.eland.edge;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mn.eland.edge.version.Retired;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Money;
import mn.eland.kernel.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Pages and calls that do nothing but show what the edge does around them. */
@Controller
class TryOut {

    final AtomicInteger acts = new AtomicInteger();
    volatile CountDownLatch hold = new CountDownLatch(0);

    @PostMapping("/api/v1/try-out")
    ResponseEntity<Map<String, Object>> act(Actor actor, @RequestBody Map<String, Object> input) throws InterruptedException {
        hold.await(10, TimeUnit.SECONDS);
        return ResponseEntity.status(201).header("Location", "/api/v1/try-out/1").body(Map.of("act", acts.incrementAndGet(), "by", actor.name()));
    }

    @PostMapping("/api/v1/try-out/refused")
    void refused() {
        throw new RefusedException(Refusal.invalid("TRY_OUT", "amountMnt").with("amount", Money.of(285_000_000))
                .with("day", LocalDate.of(2026, 11, 22)));
    }

    @PostMapping("/api/v1/try-out/broken")
    void broken() {
        acts.incrementAndGet();
        throw new IllegalStateException("secret detail");
    }

    @GetMapping("/api/v1/try-out/old")
    @ResponseBody
    @Retired(since = "2026-01-01", until = "2027-01-01", instead = "/api/v1/try-out/1")
    Map<String, Object> old() {
        return Map.of("number", 1);
    }

    @GetMapping("/api/v1/try-out/{number}")
    @ResponseBody
    Map<String, Object> read(@PathVariable int number) {
        return Map.of("number", number);
    }

    @PostMapping("/try-out")
    String form(@RequestParam String word, @RequestParam Map<String, String> all) throws InterruptedException {
        hold.await(10, TimeUnit.SECONDS);
        return all.containsKey("_once") ? "redirect:/token-is-seen" : "redirect:/try-out/" + word + acts.incrementAndGet();
    }

    @PostMapping("/try-out/code")
    @ResponseBody
    String code() {
        return "sent";
    }

    @GetMapping("/help/try-out")
    String page(@RequestParam(required = false) String fail) {
        if (fail != null) {
            throw new IllegalStateException("secret detail");
        }
        return "edge/sign-in";
    }
}
