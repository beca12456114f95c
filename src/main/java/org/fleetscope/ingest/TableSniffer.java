package org.fleetscope.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.fleetscope.model.CsvOptions;
import org.jspecify.annotations.Nullable;

/**
 * Recognises files for looking at them: as an import does, and beyond that text in any encoding and
 * tables that an import would refuse.
 */
final class TableSniffer {
    private final Sniffer sniffer;
    private final CsvFormat csv = new CsvFormat();

    TableSniffer(Sniffer sniffer) {
        this.sniffer = sniffer;
    }

    SourceFile look(Path file, CsvOptions options) throws IOException {
        try {
            SourceFile found = sniffer.sniff(file);
            if (!found.format().equals(CsvFormat.ID) && found.size() > 0) {
                return found;
            }
            SourceFile table = table(file, options);
            return table == null ? found : table;
        } catch (UnrecognisedFileException unknown) {
            SourceFile table = table(file, options);
            if (table == null) {
                throw unknown;
            }
            return table;
        } catch (CsvRefusedException refused) {
            SourceFile table = table(file, options);
            if (table == null) {
                throw refused;
            }
            return table;
        }
    }

    private @Nullable SourceFile table(Path file, CsvOptions options) throws IOException {
        Sample raw = Sample.of(file);
        TextDecoding decoding = TextDecoding.of(raw.head(), raw.head().length);
        byte[] head = decoded(raw.head(), decoding);
        if (Sniffer.isBinary(raw.head()) || ZeroBytes.of(head).isBinary()) {
            return null;
        }
        Sample sample =
                new Sample(
                        raw.path(), raw.compression(), raw.size(), head, raw.start(), raw.whole());
        return csv.look(sample, decoding.charset(), options);
    }

    private static byte[] decoded(byte[] head, TextDecoding decoding) {
        try (InputStream in = decoding.decoded(new ByteArrayInputStream(head))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }
}
