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

    Sniffer(List<Format> formats) {
        this.formats = formats;
    }

    SourceFile sniff(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": there is no such file. Check the path");
        }
        Sample sample = Sample.of(file);
        checkText(sample);
        checkLines(sample);
        for (Format format : formats) {
            SourceFile recognised = format.recognise(sample);
            if (recognised != null) {
                return recognised;
            }
        }
        throw new UnrecognisedFileException(
                file
                        + ": text of an unknown format, it starts with \""
                        + start(sample.head())
                        + "\". "
                        + ACCEPTED);
    }

    /** A brace or bracket alone on the first line opens a document that goes over many lines. */
    private static void checkLines(Sample sample) throws UnrecognisedFileException {
        String first = start(sample.head());
        if (first.equals("{") || first.equals("[")) {
            throw new UnrecognisedFileException(
                    sample.path() + ": one JSON document over several lines. " + ACCEPTED);
        }
    }

    private static void checkText(Sample sample) throws UnrecognisedFileException {
        byte[] head = sample.head();
        String binary = binary(head);
        if (!binary.isEmpty()) {
            throw new UnrecognisedFileException(sample.path() + ": " + binary + ". " + ACCEPTED);
        }
        int firstLine = 0;
        while (firstLine < head.length && head[firstLine] != '\n') {
            firstLine++;
        }
        int invalid = Utf8.firstInvalid(head, 0, head.length);
        if (invalid >= 0 && (sample.whole() || firstLine < head.length)) {
            checkMostlyUtf8(sample, invalid);
        }
    }

    /**
     * A line or two may be broken and cost these only; a text whose every tenth line is none is in
     * another encoding.
     */
    private static void checkMostlyUtf8(Sample sample, int firstInvalid)
            throws UnrecognisedFileException {
        byte[] head = sample.head();
        int lines = 0;
        int broken = 0;
        int at = 0;
        while (at < head.length) {
            int end = at;
            while (end < head.length && head[end] != '\n') {
                end++;
            }
            lines++;
            broken += Utf8.firstInvalid(head, at, end) >= 0 ? 1 : 0;
            at = end + 1;
        }
        if (broken == lines || broken > Math.max(2, lines / 10)) {
            throw new UnrecognisedFileException(
                    "%s: not UTF-8: byte 0x%02X at %d. %s; convert it with: iconv -t UTF-8"
                            .formatted(
                                    sample.path(),
                                    head[firstInvalid] & 0xFF,
                                    firstInvalid + sample.start(),
                                    ACCEPTED));
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
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                return "a binary file, with a zero byte at " + i;
            }
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
