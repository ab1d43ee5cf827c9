package mn.eland.contract.redline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mn.eland.contract.print.Markup;
import mn.eland.contract.redline.Redline.Clause;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The clauses of a document's kept wording: each language of a clause is a line of its own, a row of facts is one. */
final class Wording {

    private static final Pattern NUMBERED = Pattern.compile("(\\d+\\.\\d*) (.*)", Pattern.DOTALL);

    private Wording() {
    }

    static List<Clause> of(String html) {
        var clauses = new ArrayList<Clause>();
        collect(Markup.parse("<div>" + html + "</div>"), clauses);
        return clauses;
    }

    private static void collect(Element element, List<Clause> clauses) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                boolean sideBySide = inner.getElementsByTagName("td").getLength() > 1 && inner.getElementsByTagName("th").getLength() == 0;
                if (List.of("td", "th", "h1", "p").contains(inner.getTagName())) {
                    add(text(inner), clauses);
                } else if (inner.getTagName().equals("tr") && !sideBySide) {
                    add(row(inner), clauses);
                } else {
                    collect(inner, clauses);
                }
            }
        }
    }

    private static String row(Element row) {
        var cells = new ArrayList<String>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
            if (cell instanceof Element) {
                cells.add(text(cell));
            }
        }
        return String.join(" · ", cells);
    }

    private static String text(Node node) {
        return node.getTextContent().replaceAll("\\s+", " ").strip();
    }

    private static void add(String text, List<Clause> clauses) {
        var numbered = NUMBERED.matcher(text);
        if (numbered.matches()) {
            clauses.add(new Clause(numbered.group(1), numbered.group(2)));
        } else if (!text.isEmpty()) {
            clauses.add(new Clause("", text));
        }
    }
}
