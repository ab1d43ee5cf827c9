package mn.eland.edge.account;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import mn.eland.edge.web.Refusals;
import mn.eland.identity.account.Applicant;
import mn.eland.identity.account.Registrations;
import mn.eland.kernel.ElandClock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody opens an account: a form, two codes, and the sign-in. */
@Controller
@RequestMapping("/register")
class RegistrationPages {

    /** In the order of the page. */
    private static final List<String> FIELDS = List.of("registerNumber", "clanName", "parentName", "givenName", "phone", "email", "password");
    private static final List<String> FOREIGNERS_FIELDS = List.of("mrz", "phone", "email", "password");

    private final Registrations registrations;
    private final Refusals refusals;
    private final ElandClock clock;

    RegistrationPages(Registrations registrations, Refusals refusals, ElandClock clock) {
        this.registrations = registrations;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping
    String form(Model model) {
        model.addAttribute("answers", Map.of());
        model.addAttribute("errors", Map.of());
        return "edge/register";
    }

    /** What was typed comes back with what is wrong, except for the password. */
    @PostMapping
    String begin(@RequestParam Map<String, String> typed, Locale locale, Model model) {
        var applicant = Applicant.typed(typed.get("registerNumber"), typed.get("clanName"), typed.get("parentName"), typed.get("givenName"),
                typed.get("phone"), typed.get("email"));
        return begin(applicant, typed, locale, model, FIELDS, "edge/register");
    }

    @GetMapping("/foreigner")
    String foreignersForm(Model model) {
        form(model);
        return "edge/register-foreigner";
    }

    @PostMapping("/foreigner")
    String beginForeigner(@RequestParam Map<String, String> typed, Locale locale, Model model) {
        var applicant = Applicant.foreigner(typed.get("mrz"), clock.today(), typed.get("phone"), typed.get("email"));
        return begin(applicant, typed, locale, model, FOREIGNERS_FIELDS, "edge/register-foreigner");
    }

    private String begin(Applicant applicant, Map<String, String> typed, Locale locale, Model model, List<String> fields, String page) {
        var faults = registrations.faults(applicant, typed.get("password"));
        if (faults.isEmpty()) {
            return "redirect:/register/" + registrations.begin(applicant, typed.get("password"), locale.getLanguage());
        }
        model.addAttribute("errors", refusals.show(faults, fields::contains, model));
        model.addAttribute("answers", typed);
        return page;
    }

    @GetMapping("/{id}")
    String codes(@PathVariable UUID id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("open", registrations.isOpen(id));
        return "edge/confirm";
    }

    @PostMapping("/{id}")
    String confirm(@PathVariable UUID id, @RequestParam(required = false) String mailCode, @RequestParam(required = false) String phoneCode,
                   RedirectAttributes after) {
        var outcome = registrations.confirm(id, mailCode, phoneCode);
        if (outcome.isDone()) {
            return "redirect:/sign-in?opened";
        }
        Told.refused(outcome.refusal(), refusals, after);
        return "redirect:/register/" + id;
    }

    @PostMapping("/{id}/codes")
    String sendAgain(@PathVariable UUID id, RedirectAttributes after) {
        Told.of(registrations.sendAgain(id), "register.sentAgain", refusals, after);
        return "redirect:/register/" + id;
    }
}
