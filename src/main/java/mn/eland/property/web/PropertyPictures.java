package mn.eland.property.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import mn.eland.kernel.PropertyId;
import mn.eland.property.PropertyRegister;
import mn.eland.property.PropertyView;
import mn.eland.property.picture.Pictures;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** Serves the drawn pictures; a picture changes only when the facts of the property change. */
@Controller
class PropertyPictures {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);
    private static final String DRAWN_BY = "1";

    private final PropertyRegister register;

    PropertyPictures(PropertyRegister register) {
        this.register = register;
    }

    @GetMapping("/pictures/{property}/{number:\\d+}.svg")
    ResponseEntity<byte[]> picture(@PathVariable UUID property, @PathVariable int number, WebRequest request) {
        var found = register.find(new PropertyId(property)).filter(known -> number >= 1 && number <= known.pictureSubjects().size());
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var tag = tag(found.get(), number);
        if (request.checkNotModified(tag)) {
            return null;
        }
        var svg = Pictures.draw(found.get(), found.get().pictureSubjects().get(number - 1));
        return ResponseEntity.ok().eTag(tag).contentType(SVG).header("Content-Security-Policy", "default-src 'none'")
                .cacheControl(CacheControl.maxAge(Duration.ofDays(7)).cachePublic().staleWhileRevalidate(Duration.ofDays(30)))
                .body(svg.getBytes(StandardCharsets.UTF_8));
    }

    private static String tag(PropertyView property, int number) {
        var facts = property + "/" + number + "/" + DRAWN_BY;
        return "\"" + DigestUtils.md5DigestAsHex(facts.getBytes(StandardCharsets.UTF_8)) + "\"";
    }
}
