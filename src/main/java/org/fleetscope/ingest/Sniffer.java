package org.fleetscope.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Recognises files by their first 256 KB. */
final class Sniffer {
    private static final String ACCEPTED =
            "Accepted are NDJSON (one object a line) and delimited text with a header"
                    + " row (comma, semicolon, tab, |), in UTF-8, plain or gzip";

    private final List<Format> formats;
    private final EncodingCheck encoding = new EncodingCheck(ACCEPTED);

    Sniffer(List<Format> formats) {
        this.formats = formats;
    }

    SourceFile sniff(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": there is no such file. Check the path");
        }
        Sample sample = Sample.of(file);
        String binary = binary(sample.head());
        if (!binary.isEmpty()) {
            throw unrecognised(sample, binary);
        }
        ZeroBytes zeros = ZeroBytes.of(sample.head());
        if (zeros.isBinary()) {
            throw unrecognised(sample, zeros.found());
        }
        encoding.check(sample);
        for (Format format : formats) {
            if (format instanceof ChunkedFormat) {
                checkLines(sample);
            }
            SourceFile recognised = format.recognise(sample);
            if (recognised != null) {
                return recognised;
            }
        }
        throw unrecognised(
                sample,
                zeros.lines() > 0
                        ? zeros.found()
                        : "text of an unknown format, it starts with \""
                                + start(sample.head())
                                + "\"");
    }

    private static UnrecognisedFileException unrecognised(Sample sample, String found) {
        return new UnrecognisedFileException(sample.path() + ": " + found + ". " + ACCEPTED);
    }

    /** A brace or bracket alone on the first line opens a document that goes over many lines. */
    private static void checkLines(Sample sample) throws UnrecognisedFileException {
        String first = start(sample.head());
        if (first.equals("{") || first.equals("[")) {
            throw unrecognised(sample, "one JSON document over several lines");
        }
    }

    /** Name of a binary format, empty for text. */
    private static String binary(byte[] head) {
        if (startsWith(head, 0x50, 0x4B, 3, 4)) {
            return "a zip archive; unpack it first";
        }
        if (startsWith(head, 0x28, 0xB5, 0x2F, 0xFD)) {
            return "zstd data; unpack it first";
        }
        if (startsWith(head, 0x50, 0x41, 0x52, 0x31)) {
            return "a Parquet file";
        }
        if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
            return "text in UTF-16; convert it with: iconv -f UTF-16 -t UTF-8";
        }
        return "";
    }

    private static boolean startsWith(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static String start(byte[] head) {
        String text = new String(head, 0, Math.min(120, head.length), StandardCharsets.UTF_8);
        return text.lines().findFirst().orElse("").strip();
    }
}
