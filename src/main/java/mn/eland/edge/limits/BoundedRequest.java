package mn.eland.edge.limits;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A request whose body is read up to a size and within a time; then {@link BodyRefused}. */
final class BoundedRequest extends HttpServletRequestWrapper {

    private final long largest;
    private final Duration within;
    private final LongSupplier nanos;
    private Body body;

    /** @param nanos a clock for durations, as {@link System#nanoTime()} */
    BoundedRequest(HttpServletRequest request, long largest, Duration within, LongSupplier nanos) {
        super(request);
        this.largest = largest;
        this.within = within;
        this.nanos = nanos;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Body(super.getInputStream());
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        var charset = getCharacterEncoding() == null ? StandardCharsets.UTF_8 : Charset.forName(getCharacterEncoding());
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private final class Body extends ServletInputStream {

        private final ServletInputStream source;
        private final long start = nanos.getAsLong();
        private long read;

        private Body(ServletInputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count;
            try {
                count = source.read(into, offset, length);
            } catch (SocketTimeoutException silent) {
                throw BodyRefused.tooSlow();
            }
            read += Math.max(0, count);
            if (read > largest) {
                throw BodyRefused.tooLarge();
            }
            if (count >= 0 && nanos.getAsLong() - start > within.toNanos()) {
                throw BodyRefused.tooSlow();
            }
            return count;
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
