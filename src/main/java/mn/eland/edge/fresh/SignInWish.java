package mn.eland.edge.fresh;

import java.util.Map;
import java.util.function.Consumer;

/** What an issuer is asked for besides what every sign-in asks: adds parameters to the request of the browser that is being answered. */
public interface SignInWish extends Consumer<Map<String, Object>> {
}
