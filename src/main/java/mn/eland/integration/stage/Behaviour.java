package mn.eland.integration.stage;

/** What a simulator can be told to do wrong, per system and operation. */
public enum Behaviour {
    /** Answers after {@code value} milliseconds. */
    SLOW,
    /** Answers with HTTP 500 (or the status given) and does nothing. */
    ERROR,
    /** Does nothing and lets the caller wait until it gives up. */
    TIMEOUT_BEFORE,
    /** Does what was asked, then lets the caller wait until it gives up. */
    TIMEOUT_AFTER,
    /** Answers something that is not so: {@code value} is the wrong amount, owner or name. */
    LIE,
    /** Answers with the result code {@code value} (XYP: 2, 200-203, 801, 802). */
    RESULT_CODE,
    /** Calls back {@code value} times. */
    DUPLICATE_CALLBACK,
    /** Calls back {@code value} milliseconds before the payment can be seen. */
    EARLY_CALLBACK,
    /** Calls back although nothing was paid. */
    FORGED_CALLBACK,
    /** Does not call back. */
    NO_CALLBACK
}
