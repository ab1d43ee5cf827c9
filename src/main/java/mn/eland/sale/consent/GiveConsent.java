package mn.eland.sale.consent;

import org.springframework.stereotype.Component;

/** Somebody whose consent the law wants gives or refuses it. */
@Component
class GiveConsent extends ConsentForm {

    GiveConsent(ConsentFacts facts) {
        super(facts);
    }
}
