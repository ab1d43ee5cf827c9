package mn.eland.audit.catching;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A request whose body is hashed while somebody reads it. */
class HeardRequest extends HttpServletRequestWrapper {

    private final MessageDigest heard;
    private ServletInputStream body;

    HeardRequest(HttpServletRequest request, MessageDigest heard) {
        super(request);
        this.heard = heard;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new HeardStream(super.getInputStream(), heard);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        var encoding = getCharacterEncoding();
        return new BufferedReader(new InputStreamReader(getInputStream(), encoding == null ? StandardCharsets.UTF_8.name() : encoding));
    }

    /** Passes everything on. */
    private static final class HeardStream extends ServletInputStream {

        private final ServletInputStream from;
        private final MessageDigest heard;

        private HeardStream(ServletInputStream from, MessageDigest heard) {
            this.from = from;
            this.heard = heard;
        }

        @Override
        public int read() throws IOException {
            int one = from.read();
            if (one >= 0) {
                heard.update((byte) one);
            }
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some = from.read(into, offset, length);
            if (some > 0) {
                heard.update(into, offset, some);
            }
            return some;
        }

        @Override
        public boolean isFinished() {
            return from.isFinished();
        }

        @Override
        public boolean isReady() {
            return from.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            from.setReadListener(listener);
        }
    }
}
