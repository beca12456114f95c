package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The encoding of a text, found by its first bytes, and the text as UTF-8. Bytes that are no UTF-8
 * in a text that is neither UTF-16 nor UTF-32 are read as Windows-1252, each by itself, so that
 * text put together from several encodings is read whole.
 *
 * @param charset encoding of the text, or of most of it
 * @param mixed whether some of it is in another one
 */
record TextDecoding(Charset charset, boolean mixed) {
    static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final int BLOCK = 1 << 16;

    static TextDecoding of(byte[] head, int length) {
        if (length >= 4 && (starts(head, 0xFF, 0xFE, 0, 0) || starts(head, 0, 0, 0xFE, 0xFF))) {
            return new TextDecoding(Charset.forName("UTF-32"), false);
        }
        if (length >= 2 && starts(head, 0xFF, 0xFE)) {
            return new TextDecoding(StandardCharsets.UTF_16LE, false);
        }
        if (length >= 2 && starts(head, 0xFE, 0xFF)) {
            return new TextDecoding(StandardCharsets.UTF_16BE, false);
        }
        int[] zeros = new int[4];
        for (int i = 0; i < length; i++) {
            zeros[i & 3] += head[i] == 0 ? 1 : 0;
        }
        boolean wide = length >= 8 && length % 4 == 0;
        if (wide && zeros[0] * 4 > length * 9 / 10 && zeros[1] * 4 > length * 9 / 10) {
            return new TextDecoding(Charset.forName("UTF-32BE"), false);
        }
        if (wide && zeros[3] * 4 > length * 9 / 10 && zeros[2] * 4 > length * 9 / 10) {
            return new TextDecoding(Charset.forName("UTF-32LE"), false);
        }
        return ofPairs(head, length, zeros[0] + zeros[2], zeros[1] + zeros[3]);
    }

    private static TextDecoding ofPairs(byte[] head, int length, int even, int odd) {
        // Text of the West has a zero in nearly every second byte.
        if (odd * 10 > length * 3 && even * 20 < length) {
            return new TextDecoding(StandardCharsets.UTF_16LE, false);
        }
        if (even * 10 > length * 3 && odd * 20 < length) {
            return new TextDecoding(StandardCharsets.UTF_16BE, false);
        }
        return ofBytes(head, length);
    }

    private static TextDecoding ofBytes(byte[] head, int length) {
        int valid = 0;
        int invalid = 0;
        int at = 0;
        while (at < length) {
            int wrong = Utf8.firstInvalid(head, at, length);
            int end = wrong < 0 ? length : wrong;
            for (int i = at; i < end; i++) {
                valid += (head[i] & 0xC0) == 0xC0 ? 1 : 0;
            }
            boolean cut = wrong >= length - 3 && wrong >= 0 && head.length > 1024;
            invalid += wrong < 0 || cut ? 0 : 1;
            at = end + 1;
        }
        return new TextDecoding(
                invalid > valid ? WINDOWS : StandardCharsets.UTF_8, invalid > 0 && valid > 0);
    }

    private static boolean starts(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether characters have two bytes or more each. */
    boolean isWide() {
        return !charset.equals(StandardCharsets.UTF_8) && !charset.equals(WINDOWS);
    }

    /** The text as UTF-8; closing closes the stream. */
    InputStream decoded(InputStream in) {
        return isWide() ? new Characters(in, charset) : new Bytes(in);
    }

    /** Hands out blocks of UTF-8. */
    private abstract static class Blocks extends InputStream {
        private byte[] block = new byte[0];
        private int at;

        /** The next bytes, none at the end. */
        abstract byte[] next() throws IOException;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at == block.length) {
                block = next();
                at = 0;
                if (block.length == 0) {
                    return -1;
                }
            }
            int count = Math.min(length, block.length - at);
            System.arraycopy(block, at, into, from, count);
            at += count;
            return count;
        }
    }

    private static final class Characters extends Blocks {
        private final Reader reader;
        private final char[] chars = new char[BLOCK + 1];
        private boolean started;

        Characters(InputStream in, Charset charset) {
            reader = new InputStreamReader(in, charset);
        }

        @Override
        byte[] next() throws IOException {
            int count = reader.read(chars, 0, BLOCK);
            if (count < 0) {
                return new byte[0];
            }
            if (Character.isHighSurrogate(chars[count - 1])) {
                int low = reader.read();
                if (low >= 0) {
                    chars[count++] = (char) low;
                }
            }
            int mark = !started && chars[0] == '\uFEFF' ? 1 : 0;
            started = true;
            byte[] text = new String(chars, mark, count - mark).getBytes(StandardCharsets.UTF_8);
            return text.length == 0 ? next() : text;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    private static final class Bytes extends Blocks {
        private final InputStream in;
        private byte[] rest = new byte[0];
        private boolean ended;

        Bytes(InputStream in) {
            this.in = in;
        }

        @Override
        byte[] next() throws IOException {
            byte[] bytes = Arrays.copyOf(rest, rest.length + BLOCK);
            int read = ended ? 0 : in.readNBytes(bytes, rest.length, BLOCK);
            ended = read < BLOCK;
            int length = rest.length + read;
            int end = ended ? length : wholeCharacters(bytes, length);
            rest = Arrays.copyOfRange(bytes, end, length);
            return decoded(bytes, end);
        }

        /** Where the last character that may be cut begins. */
        private static int wholeCharacters(byte[] bytes, int length) {
            int at = length;
            for (int i = 0; i < 3 && at > 0; i++) {
                at--;
                if ((bytes[at] & 0xC0) == 0xC0) {
                    return at;
                }
            }
            return length;
        }

        private static byte[] decoded(byte[] bytes, int end) {
            int wrong = Utf8.firstInvalid(bytes, 0, end);
            if (wrong < 0) {
                return Arrays.copyOf(bytes, end);
            }
            byte[] text = new byte[3 * end];
            int size = 0;
            int at = 0;
            while (wrong >= 0) {
                System.arraycopy(bytes, at, text, size, wrong - at);
                size += wrong - at;
                String character = new String(bytes, wrong, 1, WINDOWS);
                byte[] utf8 =
                        (character.equals("\uFFFD")
                                        ? new String(bytes, wrong, 1, StandardCharsets.ISO_8859_1)
                                        : character)
                                .getBytes(StandardCharsets.UTF_8);
                System.arraycopy(utf8, 0, text, size, utf8.length);
                size += utf8.length;
                at = wrong + 1;
                wrong = Utf8.firstInvalid(bytes, at, end);
            }
            System.arraycopy(bytes, at, text, size, end - at);
            return Arrays.copyOf(text, size + end - at);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
