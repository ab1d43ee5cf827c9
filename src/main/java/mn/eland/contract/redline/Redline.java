package mn.eland.contract.redline;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Compares the clauses of two versions; the number of a clause is no change of it. */
final class Redline {

    /** Two clauses that share less than this part of their words are two clauses, not one that was changed. */
    private static final double KIN = 0.4;
    private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|.", Pattern.UNICODE_CHARACTER_CLASS);

    private Redline() {
    }

    static List<Line> between(List<Clause> old, List<Clause> revised) {
        var lines = new ArrayList<Line>();
        int next = 0;
        for (var delta : DiffUtils.diff(old.stream().map(Clause::text).toList(), revised.stream().map(Clause::text).toList()).getDeltas()) {
            int from = delta.getTarget().getPosition();
            revised.subList(next, from).forEach(clause -> lines.add(same(clause)));
            next = from + delta.getTarget().size();
            changes(old.subList(delta.getSource().getPosition(), delta.getSource().getPosition() + delta.getSource().size()),
                    revised.subList(from, next), lines);
        }
        revised.subList(next, revised.size()).forEach(clause -> lines.add(same(clause)));
        return lines;
    }

    /** A changed stretch: each new clause stands beside the old one that it comes from, if there is one. */
    private static void changes(List<Clause> old, List<Clause> revised, List<Line> lines) {
        int left = 0;
        for (var clause : revised) {
            int kin = left;
            while (kin < old.size() && !isKin(old.get(kin).text(), clause.text())) {
                kin++;
            }
            if (kin < old.size()) {
                old.subList(left, kin).forEach(gone -> lines.add(gone(gone)));
                lines.add(new Line(State.CHANGED, clause.number(), pieces(old.get(kin).text(), clause.text())));
                left = kin + 1;
            } else {
                lines.add(new Line(State.ADDED, clause.number(), List.of(new Piece(State.ADDED, clause.text()))));
            }
        }
        old.subList(left, old.size()).forEach(gone -> lines.add(gone(gone)));
    }

    private static boolean isKin(String old, String revised) {
        var before = spoken(old);
        var after = spoken(revised);
        int lost = DiffUtils.diff(before, after).getDeltas().stream().mapToInt(delta -> delta.getSource().size()).sum();
        return before.size() - lost >= KIN * Math.max(before.size(), after.size());
    }

    private static List<Piece> pieces(String old, String revised) {
        var before = words(old);
        var after = words(revised);
        var pieces = new ArrayList<Piece>();
        int next = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            add(State.SAME, after.subList(next, delta.getTarget().getPosition()), pieces);
            if (delta.getType() != DeltaType.INSERT) {
                add(State.REMOVED, delta.getSource().getLines(), pieces);
            }
            add(State.ADDED, delta.getTarget().getLines(), pieces);
            next = delta.getTarget().getPosition() + delta.getTarget().size();
        }
        add(State.SAME, after.subList(next, after.size()), pieces);
        return pieces;
    }

    private static void add(State state, List<String> words, List<Piece> pieces) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(state, String.join("", words)));
        }
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).toList();
    }

    /** Without blanks and marks, which any two sentences share. */
    private static List<String> spoken(String text) {
        return words(text).stream().filter(word -> Character.isLetterOrDigit(word.codePointAt(0))).toList();
    }

    private static Line same(Clause clause) {
        return new Line(State.SAME, clause.number(), List.of(new Piece(State.SAME, clause.text())));
    }

    private static Line gone(Clause clause) {
        return new Line(State.REMOVED, clause.number(), List.of(new Piece(State.REMOVED, clause.text())));
    }

    /** What became of a clause, or of words in it. */
    enum State { SAME, ADDED, REMOVED, CHANGED }

    /** @param number as printed, {@code 3.2}; empty for headings and facts */
    record Clause(String number, String text) {
    }

    /** @param number in the newer version; of a removed clause in the older */
    record Line(State state, String number, List<Piece> pieces) {
    }

    record Piece(State state, String text) {
    }
}
