package mn.eland.desk.web;

import java.util.Locale;
import mn.eland.workflow.InboxQuery;
import mn.eland.workflow.InboxQuery.Due;
import mn.eland.workflow.InboxQuery.Scope;
import mn.eland.workflow.InboxQuery.Sort;

/** The filters of the inbox as they stand in the address; what is not known is as if it were not there. */
record InboxInput(String scope, String text, String group, String kind, String due, String sort, String cursor) {

    static final int PAGE_SIZE = 25;

    InboxQuery query(Scope chosen) {
        return new InboxQuery(chosen, clean(text), clean(group), clean(kind), choice(Due.class, due),
                sortOrDue(), clean(cursor), PAGE_SIZE);
    }

    /** The same filters in another tab, only to be counted. */
    InboxQuery counting(Scope other) {
        return new InboxQuery(other, clean(text), clean(group), clean(kind), choice(Due.class, due), Sort.DUE, null, 1);
    }

    Scope chosenScope() {
        return choice(Scope.class, scope);
    }

    public Sort sortOrDue() {
        var chosen = choice(Sort.class, sort);
        return chosen == null ? Sort.DUE : chosen;
    }

    public boolean isFiltered() {
        return clean(text) != null || clean(group) != null || clean(kind) != null || choice(Due.class, due) != null;
    }

    private static String clean(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String value) {
        for (var one : type.getEnumConstants()) {
            if (value != null && one.name().equals(value.toUpperCase(Locale.ROOT))) {
                return one;
            }
        }
        return null;
    }
}
