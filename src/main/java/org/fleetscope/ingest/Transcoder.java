package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text of another encoding as UTF-8, without its byte order mark. Bytes that the encoding has no
 * character for come out as the byte FF, which is in no UTF-8, so that they cost the row they are
 * in and nothing else.
 */
final class Transcoder extends InputStream {
    private static final int BUFFER = 1 << 15;
    private static final byte NO_CHARACTER = (byte) 0xFF;
    private static final char MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final byte[] bytes = new byte[BUFFER];
    private final ByteBuffer encoded = ByteBuffer.wrap(bytes).limit(0);
    private final CharBuffer text = CharBuffer.allocate(BUFFER);
    private ByteBuffer out = ByteBuffer.allocate(0);
    private @Nullable CoderResult fault;
    private boolean started;
    private boolean ended;

    Transcoder(InputStream in, Charset charset) {
        this.in = in;
        this.decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int count) throws IOException {
        while (!out.hasRemaining()) {
            if (ended && fault == null && !encoded.hasRemaining()) {
                return -1;
            }
            next();
        }
        int taken = Math.min(count, out.remaining());
        out.get(to, from, taken);
        return taken;
    }

    private void next() throws IOException {
        if (fault != null) {
            encoded.position(encoded.position() + Math.min(fault.length(), encoded.remaining()));
            fault = null;
            out = ByteBuffer.wrap(new byte[] {NO_CHARACTER});
            return;
        }
        fill();
        text.clear();
        CoderResult result = decoder.decode(encoded, text, ended);
        fault = result.isError() ? result : null;
        text.flip();
        if (!started && text.hasRemaining()) {
            started = true;
            if (text.get(text.position()) == MARK) {
                text.get();
            }
        }
        out = StandardCharsets.UTF_8.encode(text);
    }

    private void fill() throws IOException {
        if (ended) {
            return;
        }
        encoded.compact();
        int read = in.read(bytes, encoded.position(), encoded.remaining());
        ended = read < 0;
        encoded.position(encoded.position() + Math.max(0, read));
        encoded.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
