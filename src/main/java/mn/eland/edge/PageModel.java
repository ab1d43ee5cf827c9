package mn.eland.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mn.eland.edge.web.Actors;
import mn.eland.edge.web.UnreadCount;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What every page knows: {@code actor} (or null), {@code lang}, {@code path}, {@code otherLangUrl}, {@code navigation},
 * {@code unread}, {@code sandbox}, {@code accountConsole} (of an issuer elsewhere, or null). Also keeps a language that
 * was just chosen.
 */
@Component
class PageModel implements HandlerInterceptor {

    private final Navigation navigation;
    private final ObjectProvider<UnreadCount> unread;
    private final Languages languages;
    private final Parties parties;
    private final ObjectProvider<Issuer> issuer;
    private final boolean sandbox;

    PageModel(Navigation navigation, ObjectProvider<UnreadCount> unread, Languages languages, Parties parties, ObjectProvider<Issuer> issuer,
              @Value("${eland.sandbox:true}") boolean sandbox) {
        this.navigation = navigation;
        this.unread = unread;
        this.languages = languages;
        this.parties = parties;
        this.issuer = issuer;
        this.sandbox = sandbox;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var asked = Languages.asked(request);
        if (asked != null) {
            languages.setLocale(request, response, asked);
            Actors.current().ifPresent(actor -> parties.speaks(actor, asked.getLanguage()));
        }
        return true;
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        fill(request, page);
    }

    void fill(HttpServletRequest request, ModelAndView page) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
        var actor = Actors.current().orElse(null);
        var lang = languages.resolveLocale(request).getLanguage();
        page.addObject("actor", actor)
                .addObject("lang", lang)
                .addObject("path", path(request))
                .addObject("otherLangUrl", otherLanguage(request, lang))
                .addObject("navigation", navigation.of(actor))
                .addObject("unread", unread(actor))
                .addObject("accountConsole", issuer.getObject().accountConsole())
                .addObject("sandbox", sandbox);
    }

    private int unread(Actor actor) {
        var counter = unread.getIfAvailable();
        return actor == null || counter == null ? 0 : counter.of(actor);
    }

    static String path(HttpServletRequest request) {
        var failed = request.getAttribute("jakarta.servlet.error.request_uri");
        return failed instanceof String uri ? uri : request.getRequestURI();
    }

    /** The same page in the other language; a page that answers a form is asked for again by its address. */
    private static String otherLanguage(HttpServletRequest request, String lang) {
        var url = UriComponentsBuilder.fromPath(path(request));
        if (request.getQueryString() != null) {
            url.query(request.getQueryString());
        }
        return url.replaceQueryParam(Languages.PARAMETER, lang.equals("mn") ? "en" : "mn").build().toUriString();
    }
}
