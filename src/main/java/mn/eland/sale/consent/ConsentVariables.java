package mn.eland.sale.consent;

import java.util.List;
import mn.eland.workflow.Variable;

/** What the processes "Clear consents" and "Obtain consent" know. */
final class ConsentVariables {

    static final Variable<List<String>> FROM = Variable.texts("consentFrom");
    static final Variable<List<String>> FORM = Variable.texts("consentForm");
    static final Variable<List<String>> WAIT_FOR = Variable.texts("waitFor");
    static final Variable<List<String>> SILENCE_MEANS = Variable.texts("silenceMeans");
    static final Variable<List<String>> PRIORITY_RIGHT = Variable.texts("priorityRight");
    static final Variable<Boolean> NEEDED = Variable.flag("consentNeeded");
    static final Variable<List<String>> NUMBERS = Variable.texts("consentNumbers");

    static final Variable<String> NUMBER = Variable.text("consentNumber");
    static final Variable<String> PERSON = Variable.text("consentPerson");
    static final Variable<String> GROUP = Variable.text("consentGroup");
    static final Variable<String> WITHIN = Variable.text("consentWithin");
    static final Variable<String> ASKED_HOW = Variable.text("askedHow");
    static final Variable<String> SILENCE = Variable.text("silenceMeans");
    static final Variable<String> ANSWER = Variable.text("consentAnswer");

    private ConsentVariables() {
    }
}
