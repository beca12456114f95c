package org.fleetscope.ui.shell;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.fleetscope.report.TableFormat;
import org.fleetscope.ui.chart.ChartPaper;
import org.fleetscope.ui.chart.PngImage;
import org.fleetscope.ui.session.FileExports;
import org.fleetscope.ui.session.JobBoard;

/** Takes a chart out of the window: onto the clipboard or into a file. Lives on the UI thread. */
final class ChartExports {
    private static final double SCALE = 2;
    private static final String WORDS = "the chart";

    private final JobBoard jobs;
    private final FileExports files;

    ChartExports(JobBoard jobs, FileExports files) {
        this.jobs = jobs;
        this.files = files;
    }

    /** What a file holds. */
    enum Format {
        /** Two device pixels for each pixel on screen. */
        PNG,
        /** Lines and texts that stay sharp at any size. */
        SVG,
        /** The values behind the chart at full precision. */
        CSV
    }

    /** Puts the picture on the clipboard, at twice the pixels. */
    void copyPicture(ChartPaper paper) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(paper.image(SCALE));
        Clipboard.getSystemClipboard().setContent(content);
        jobs.say("Copied the chart as a picture");
    }

    /** Writes a file where the person says. */
    void export(ChartPaper paper, Format format) {
        files.export(
                "the chart as " + format,
                fileName(paper.heading(), format),
                content(paper, format));
    }

    /** Pictures are taken on this thread, and written away from it. */
    private static FileExports.Content content(ChartPaper paper, Format format) {
        return switch (format) {
            case PNG -> {
                WritableImage image = paper.image(SCALE);
                yield (to, job) -> {
                    PngImage.of(image, SCALE).write(to);
                    return WORDS;
                };
            }
            case SVG -> {
                String svg = paper.svg();
                yield (to, job) -> {
                    to.write(svg.getBytes(StandardCharsets.UTF_8));
                    return WORDS;
                };
            }
            case CSV -> FileExports.table(paper.table(), TableFormat.CSV, WORDS);
        };
    }

    /** A name that every file system takes. */
    private static String fileName(String heading, Format format) {
        String plain =
                heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "");
        return (plain.isEmpty() ? "chart" : plain) + "." + format.name().toLowerCase(Locale.ROOT);
    }
}
