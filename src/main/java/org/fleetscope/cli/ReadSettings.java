package org.fleetscope.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.TimePrecision;
import org.fleetscope.model.UnpackLimits;
import org.fleetscope.workspace.ReadableFormats;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how files are read, over what is found by their content. */
final class ReadSettings {
    private static final long GB = 1_000_000_000;

    @Option(
            names = "--format",
            paramLabel = "ID",
            description = "Format of the files, over what their content says.")
    private @Nullable String format;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Encoding of the files' text, for example windows-1252.")
    private @Nullable String encoding;

    @Option(
            names = "--precision",
            paramLabel = "s|ms|us|ns",
            description =
                    "Unit of the times in line protocol; without it the mapping's, else by their magnitude.")
    private @Nullable String precision;

    @Option(
            names = "--unpack-ratio",
            paramLabel = "N",
            defaultValue = "250",
            description =
                    "Most bytes that a compressed byte may unpack to on average (default ${DEFAULT-VALUE}).")
    private int ratio;

    @Option(
            names = "--unpack-gb",
            paramLabel = "N",
            defaultValue = "100",
            description =
                    "Most gigabytes that a file or archive may unpack to (default ${DEFAULT-VALUE}).")
    private int gigabytes;

    ReadOptions options() {
        if (format != null && !ReadableFormats.ids().contains(format)) {
            throw new UsageException(
                    "--format "
                            + format
                            + ": there is no such format. Known are "
                            + String.join(", ", ReadableFormats.ids()));
        }
        if (ratio < 1 || gigabytes < 1) {
            throw new UsageException("--unpack-ratio and --unpack-gb take numbers from 1 up.");
        }
        return new ReadOptions(
                format, charset(), new UnpackLimits(gigabytes * GB, ratio), precision());
    }

    private @Nullable TimePrecision precision() {
        if (precision == null) {
            return null;
        }
        return TimePrecision.of(precision)
                .orElseThrow(() ->
                        new UsageException(
                                "--precision " + precision + ": choose s, ms, us or ns."));
    }

    private @Nullable Charset charset() {
        if (encoding == null) {
            return null;
        }
        try {
            return Charset.forName(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UsageException(
                    "--encoding "
                            + encoding
                            + ": this Java knows no such encoding. Examples: UTF-16, windows-1252,"
                            + " ISO-8859-1, Shift_JIS");
        }
    }
}
