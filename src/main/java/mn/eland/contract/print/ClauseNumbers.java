package mn.eland.contract.print;

/** Numbers sections and clauses while a template is filled; a clause that is left out leaves no gap. */
final class ClauseNumbers {

    private int section;
    private int clause;

    public int section() {
        clause = 0;
        return ++section;
    }

    public String clause() {
        return section + "." + ++clause;
    }
}
