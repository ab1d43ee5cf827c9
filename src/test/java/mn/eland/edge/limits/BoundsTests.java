package mn.eland.edge.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import mn.eland.ElandTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;

/** Who sends too much or too slowly is left, over a real connection. */
@ElandTest
class BoundsTests {

    private static final int LARGEST = 1024 * 1024;

    @Autowired ServletWebServerApplicationContext context;
    @Value("${eland.base-url}") URI base;

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/password-links", "/api/v1/sales", "/password/forgotten", "/payments/qpay/callback/x"})
    void aBodyThatIsTooLargeIsRefusedBeforeItIsSent(String path) throws IOException {
        var answer = answer("POST " + path + " HTTP/1.1\r\nHost: " + base.getAuthority()
                + "\r\nAccept-Language: en\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + 3 * LARGEST + "\r\n\r\n{");

        assertThat(answer).startsWith("HTTP/1.1 413 ").containsIgnoringCase("Connection: close");
        assertThat(answer).contains(path.startsWith("/api/") ? "\"code\":\"BODY_TOO_LARGE\"" : "is larger than we take");
    }

    @Test
    void aBodyThatHidesItsSizeIsReadNoFurtherThanThat() throws IOException {
        var line = "8000\r\n" + "a".repeat(0x8000) + "\r\n";
        var answer = answer("POST /api/v1/auth/password-links HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nContent-Type: application/json\r\n"
                + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n\"\r\n" + line.repeat(LARGEST / 0x8000 + 1) + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"code\":\"BODY_TOO_LARGE\"");
    }

    @Test
    void aHeadThatIsTooLargeIsNotRead() throws IOException {
        assertThat(answer("GET / HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nConnection: close\r\nX: " + "a".repeat(9000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void whoSendsDropByDropIsLeftAfterAWhile() throws IOException {
        var clock = new AtomicLong();
        var body = bounded(clock, () -> {
            clock.addAndGet(Duration.ofSeconds(5).toNanos());
            return 'a';
        });

        assertThatThrownBy(body::readAllBytes).isInstanceOfSatisfying(BodyRefused.class, refused -> assertThat(refused.status()).isEqualTo(408));
        assertThat(clock.get()).isEqualTo(Duration.ofSeconds(35).toNanos());
    }

    @Test
    void whoSendsNothingMoreIsLeftToo() throws IOException {
        var body = bounded(new AtomicLong(), () -> {
            throw new SocketTimeoutException("silence");
        });

        assertThatThrownBy(body::readAllBytes).isInstanceOfSatisfying(BodyRefused.class, refused -> assertThat(refused.code())
                .isEqualTo("BODY_TOO_SLOW"));
        assertThat(((TomcatWebServer) context.getWebServer()).getTomcat().getConnector().getProperty("connectionTimeout")).isEqualTo(20_000);
    }

    private interface Drop {
        int next() throws IOException;
    }

    /** A body that arrives byte by byte. */
    private static ServletInputStream bounded(AtomicLong clock, Drop drop) throws IOException {
        var source = new ServletInputStream() {
            @Override
            public int read() throws IOException {
                return drop.next();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                into[offset] = (byte) read();
                return 1;
            }

            @Override
            public boolean isFinished() {
                return false;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("nobody listens");
            }
        };
        return new BoundedRequest(new MockHttpServletRequest("POST", "/api/v1/sales") {
            @Override
            public ServletInputStream getInputStream() {
                return source;
            }
        }, LARGEST, Duration.ofSeconds(30), clock::get).getInputStream();
    }

    private String answer(String request) throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            // else the server waits for the rest of a body that it does not want
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
