package mn.eland.sale.watch;

/**
 * What an operator decides about a sale past its overall deadline.
 *
 * @param note why it takes so long and what was agreed with the parties
 */
public record Review(Decision decision, String note) {

    public enum Decision {
        /** It goes on, the parties are reminded, and it is looked at again. */
        CONTINUE,
        /** The title has passed and nobody hands over: the money goes out as the table says for a sale without its act. */
        SETTLE,
        /** It ends, everything is undone and the money waits for a decision; never once the title has passed. */
        STOP
    }
}
