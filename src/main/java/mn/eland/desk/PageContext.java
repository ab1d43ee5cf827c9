package mn.eland.desk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What the layout knows about the request it stands in, on every path that renders a page, error pages included. */
@Component("page")
class PageContext {

    /** {@code mn} or {@code en}. */
    public String getLanguage() {
        return isMongolian() ? "mn" : "en";
    }

    public boolean isMongolian() {
        return !"en".equals(LocaleContextHolder.getLocale().getLanguage());
    }

    /** {@code light} or {@code dark} as the person chose it; null lets the browser decide. */
    public String getTheme() {
        var request = request();
        if (request == null || request.getCookies() == null) {
            return null;
        }
        return Arrays.stream(request.getCookies()).filter(cookie -> cookie.getName().equals("theme"))
                .map(Cookie::getValue).filter(value -> value.equals("light") || value.equals("dark"))
                .findFirst().orElse(null);
    }

    /** {@code page} when the request is at this address or below it, for {@code aria-current}; otherwise null. */
    public String at(String path) {
        var here = path();
        return here.equals(path) || !path.equals("/") && here.startsWith(path + "/") ? "page" : null;
    }

    /** This very page in another language. */
    public String in(String language) {
        var request = request();
        return request == null ? "/?lang=" + language : UriComponentsBuilder.fromPath(path()).query(request.getQueryString())
                .replaceQueryParam("lang", language).build(true).toUriString();
    }

    /** This page with one parameter of its query changed (null removes it) and the paging forgotten. */
    public String with(String parameter, Object value) {
        return changed(parameter, value).replaceQueryParam("page").replaceQueryParam("cursor").encode().toUriString();
    }

    /** This page at another place of its list. */
    public String paged(String parameter, Object value) {
        return changed(parameter, value).encode().toUriString();
    }

    private UriComponentsBuilder changed(String parameter, Object value) {
        var builder = UriComponentsBuilder.fromPath(path());
        var request = request();
        if (request != null) {
            request.getParameterMap().forEach((name, values) -> builder.queryParam(name,
                    Stream.of(values).filter(text -> !text.isBlank()).map(PageContext::literal).collect(Collectors.toList()).toArray()));
        }
        builder.replaceQueryParam("lang");
        return value == null || value.toString().isEmpty() ? builder.replaceQueryParam(parameter)
                : builder.replaceQueryParam(parameter, literal(value.toString()));
    }

    private static String literal(String text) {
        return text.replace("{", "").replace("}", "");
    }

    private static String path() {
        var request = request();
        return request == null ? "/" : "/" + request.getRequestURI().replaceFirst("^/+", "");
    }

    private static HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest() : null;
    }
}
