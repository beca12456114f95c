package org.fleetscope.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.fleetscope.model.ReadOptions;
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

    SourceFile look(Path file, ReadOptions options) throws IOException {
        SourceFile found = null;
        IOException refused = null;
        try {
            found = sniffer.sniff(file, options);
        } catch (UnrecognisedFileException | CsvRefusedException e) {
            refused = e;
        }
        boolean other = found != null && !found.format().equals(CsvFormat.ID) && found.size() > 0;
        boolean wanted = options.format() == null || options.format().equals(CsvFormat.ID);
        if (found != null && (other || !wanted)) {
            return found;
        }
        SourceFile table = wanted ? table(found == null ? file : found.path(), options) : null;
        if (table != null) {
            return table;
        }
        if (found == null && refused != null) {
            throw refused;
        }
        return Objects.requireNonNull(found);
    }

    private @Nullable SourceFile table(Path file, ReadOptions options) throws IOException {
        Location at = Location.of(file);
        Sample raw = Sample.of(at, options);
        Charset chosen = options.charset();
        TextDecoding decoding = TextDecoding.of(raw.head(), raw.head().length);
        byte[] head = chosen == null ? decoded(raw.head(), decoding) : raw.head();
        boolean text =
                chosen != null || decoding.isWide() || Magic.unreadable(raw.head()).isEmpty();
        if (!text || ZipArchive.isZip(raw.head()) || ZeroBytes.of(head).isBinary()) {
            return null;
        }
        Sample sample =
                new Sample(
                        raw.path(),
                        raw.compression(),
                        raw.size(),
                        head,
                        raw.start(),
                        raw.whole(),
                        options);
        SourceFile found = csv.look(sample, chosen == null ? decoding.charset() : chosen);
        return found == null ? null : found.opened(options, Files.getLastModifiedTime(at.file()));
    }

    private static byte[] decoded(byte[] head, TextDecoding decoding) {
        try (InputStream in = decoding.decoded(new ByteArrayInputStream(head))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }
}
