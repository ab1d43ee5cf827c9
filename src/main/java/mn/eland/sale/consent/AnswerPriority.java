package mn.eland.sale.consent;

import org.springframework.stereotype.Component;

/** Somebody with a right to buy first uses it or not. */
@Component
class AnswerPriority extends ConsentForm {

    AnswerPriority(ConsentFacts facts) {
        super(facts);
    }
}
