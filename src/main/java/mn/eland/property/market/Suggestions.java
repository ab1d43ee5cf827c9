package mn.eland.property.market;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mn.eland.property.ListingSearch.Suggestion;
import mn.eland.property.ListingSearch.Suggestion.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Completes what is being typed into the search. Reads a bounded number of rows, because it is asked at every pause. */
@Component
public class Suggestions {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final Pattern NUMBER = Pattern.compile("\\d{3}");
    /** What stands between the khoroo and the number of the house, in parts: streets, quarters and complexes; "3, 4-р хороолол" is one. */
    private static final String PLACES = """
            regexp_split_to_table(regexp_replace(address, '^(.* )?[0-9]+-р хороо($|, *| +)', ''), ', *(?![0-9 ])')""";
    private static final String WITHOUT_HOUSE = "regexp_replace(part, ' +[0-9]+([-/][0-9]+)*[а-яА-Я]?$', '')";
    private static final String ON_THE_MARKET = "from property.listings l join property.properties p on p.id = l.property_id "
            + "where l.state in ('PUBLISHED', 'RESERVED') and l.search_words @@ to_tsquery('simple', :words)";

    private final JdbcClient jdbc;

    Suggestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty below two letters. */
    public List<Suggestion> of(String typed) {
        var text = typed == null ? "" : typed.strip();
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return List.of();
        }
        var folded = jdbc.sql("select property.fold(:text)").param("text", text).query(String.class).single();
        if (folded.isEmpty()) {
            return List.of();
        }
        var words = Stream.of(folded.split(" ")).map(word -> word + ":*").collect(Collectors.joining(" & "));
        var found = new ArrayList<>(districts(folded));
        found.addAll(places(words, folded));
        if (NUMBER.matcher(text).find()) {
            found.addAll(numbers(words, folded));
        }
        return found;
    }

    private List<Suggestion> districts(String folded) {
        return jdbc.sql("""
                select code from property.districts
                where ' ' || property.fold(concat_ws(' ', name_mn, name_en, replace(name_mn, '-', ''), code)) like '% ' || :folded || '%'
                order by position limit 3""").param("folded", folded)
                .query((row, n) -> new Suggestion(Kind.DISTRICT, "", row.getString("code"), null)).list();
    }

    private List<Suggestion> places(String words, String folded) {
        return jdbc.sql("select place, district from (select p.address, p.district " + ON_THE_MARKET + " limit 2000) found, "
                        + "lateral (select " + WITHOUT_HOUSE + " as place from " + PLACES + " part) parts "
                        + "where place <> '' and place !~ 'дүүрэг$' and ' ' || property.fold(place) like '% ' || :folded || '%' "
                        + "group by place, district order by count(*) desc, place limit 5")
                .param("words", words).param("folded", folded)
                .query((row, n) -> new Suggestion(Kind.PLACE, row.getString("place"), row.getString("district"), null)).list();
    }

    private List<Suggestion> numbers(String words, String folded) {
        return jdbc.sql("select l.number, l.title, p.district " + ON_THE_MARKET + " and (property.fold(l.number) like '%' || :folded || '%' "
                        + "or regexp_replace(p.registry_no, '[^0-9]', '', 'g') like '%' || replace(:folded, ' ', '') || '%') order by l.number limit 5")
                .param("words", words).param("folded", folded)
                .query((row, n) -> new Suggestion(Kind.LISTING, row.getString("title"), row.getString("district"), row.getString("number"))).list();
    }
}
