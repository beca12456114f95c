package org.fleetscope.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fleetscope.model.ReadOptions;
import org.jspecify.annotations.Nullable;

/** Recognises files by their first 256 KB. */
final class Sniffer {
    private static final String ACCEPTED =
            "Accepted are NDJSON (one object a line), JSON, delimited text with a header"
                    + " row (comma, semicolon, tab, |), InfluxDB line protocol and annotated CSV, and"
                    + " exports of VictoriaMetrics, in UTF-8, plain,"
                    + " gzip, zstd or in a zip archive";

    private final List<Format> formats;
    private final EncodingCheck encoding = new EncodingCheck(ACCEPTED);

    Sniffer(List<Format> formats) {
        this.formats = formats;
    }

    SourceFile sniff(Path file, ReadOptions options) throws IOException {
        Location at = Location.of(file);
        at.require();
        Sample sample = Sample.of(at, options);
        if (ZipArchive.isZip(sample.head())) {
            return onlyMember(sample, at);
        }
        checkText(sample);
        return recognised(sample).opened(options, Files.getLastModifiedTime(at.file()));
    }

    private void checkText(Sample sample) throws IOException {
        String binary = Magic.unreadable(sample.head());
        if (!binary.isEmpty()) {
            throw unrecognised(sample, binary);
        }
        ZeroBytes zeros = ZeroBytes.of(sample.head());
        if (zeros.isBinary()) {
            throw unrecognised(sample, zeros.found(sample.start()));
        }
        if (sample.options().charset() == null) {
            encoding.check(sample);
        }
    }

    private SourceFile recognised(Sample sample) throws IOException {
        String wanted = sample.options().format();
        for (Format format : formats) {
            SourceFile recognised =
                    wanted == null || wanted.equals(format.id()) ? format.recognise(sample) : null;
            if (recognised != null) {
                return recognised;
            }
        }
        if (wanted != null) {
            throw new IOException(
                    sample.path()
                            + ": can't be read as "
                            + wanted
                            + ", it starts with \""
                            + start(sample.head())
                            + "\". Choose another format, or none to find it by the content");
        }
        ZeroBytes zeros = ZeroBytes.of(sample.head());
        throw unrecognised(
                sample,
                zeros.lines() > 0
                        ? zeros.found(sample.start())
                        : "text of an unknown format, it starts with \""
                                + start(sample.head())
                                + "\"");
    }

    /** The one member of an archive that is data. Archives within others are refused. */
    private SourceFile onlyMember(Sample sample, Location at) throws IOException {
        if (Magic.isOffice(sample.head())) {
            throw unrecognised(
                    sample, "a document of an office program; save its tables as CSV first");
        }
        if (at.member() != null || !sample.compression().equals(SourceFile.NONE)) {
            throw new IOException(
                    sample.path()
                            + ": a zip archive within another archive. Unpack the outer one first");
        }
        List<SourceFile> files = new ArrayList<>();
        List<Path> members = ZipArchive.members(at.file(), sample.options().limits());
        try (HeldArchive archive = new HeldArchive()) {
            for (Path member : members) {
                archive.next(member);
                SourceFile file = orNull(member, sample.options());
                if (file != null) {
                    files.add(file);
                }
            }
        }
        if (files.size() == 1) {
            return files.getFirst();
        }
        throw unrecognised(
                sample,
                files.isEmpty()
                        ? "a zip archive of " + members.size() + " files, none of which is data"
                        : "a zip archive with several files of data; name one, for example "
                                + files.getFirst().path());
    }

    private @Nullable SourceFile orNull(Path member, ReadOptions options) throws IOException {
        try {
            return sniff(member, options);
        } catch (UnrecognisedFileException e) {
            return null;
        }
    }

    private static UnrecognisedFileException unrecognised(Sample sample, String found) {
        return new UnrecognisedFileException(sample.path() + ": " + found + ". " + ACCEPTED);
    }

    private static String start(byte[] head) {
        String text = new String(head, 0, Math.min(120, head.length), StandardCharsets.UTF_8);
        return text.lines().findFirst().orElse("").strip();
    }
}
