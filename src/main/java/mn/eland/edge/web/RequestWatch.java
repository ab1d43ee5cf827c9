package mn.eland.edge.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Stands around every request inside its security chain, whatever becomes of it: also when it is stopped there. */
public interface RequestWatch {

    /** Lets the rest of the chain do the request. The person of a session is known before, that of a token after. */
    void watch(HttpServletRequest request, HttpServletResponse response, FilterChain rest) throws IOException, ServletException;
}
