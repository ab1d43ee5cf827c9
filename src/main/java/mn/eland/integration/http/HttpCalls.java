package mn.eland.integration.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one way out: HTTP/1.1, no redirects, and a time limit over the whole exchange, the body included. A POST is never
 * repeated here, because only the caller knows whether that is safe.
 */
public final class HttpCalls {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(CONNECT_WITHIN).build();
    private final Duration within;

    public HttpCalls(Duration within) {
        this.within = within;
    }

    /** Whatever the other side answered, any status included; {@link NoAnswer} when it did not. */
    public Reply call(String method, URI address, Map<String, String> headers, String body) {
        var answer = ask(method, address, headers, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Reply(answer.statusCode(), answer.body());
    }

    /** As {@link #call}, for systems that do not speak in text; a body may be null. */
    public BinaryReply exchange(String method, URI address, Map<String, String> headers, byte[] body) {
        var answer = ask(method, address, headers, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body), BodyHandlers.ofByteArray());
        return new BinaryReply(answer.statusCode(), answer.body());
    }

    private <T> HttpResponse<T> ask(String method, URI address, Map<String, String> headers, BodyPublisher body, BodyHandler<T> handler) {
        var request = HttpRequest.newBuilder(address).timeout(within).method(method, body);
        headers.forEach(request::header);
        var pending = client.sendAsync(request.build(), handler);
        try {
            return pending.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new NoAnswer("no answer within " + within + " from " + place(address), e);
        } catch (ExecutionException e) {
            throw new NoAnswer("no answer from " + place(address) + ": " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted while waiting for " + place(address), e);
        }
    }

    /** Without the query, which may name accounts or people. */
    private static String place(URI address) {
        return address.getHost() + ":" + address.getPort() + address.getPath();
    }

    /** What came back. */
    public record Reply(int status, String body) {

        public boolean isOk() {
            return status >= 200 && status < 300;
        }
    }

    /** What came back, as bytes. */
    public record BinaryReply(int status, byte[] content) {

        public boolean isOk() {
            return status >= 200 && status < 300;
        }
    }

    /** Time-out or lost connection: whether the other side acted is not known. */
    public static final class NoAnswer extends RuntimeException {
        NoAnswer(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
