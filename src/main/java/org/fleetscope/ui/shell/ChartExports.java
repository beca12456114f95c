package org.fleetscope.ui.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.fleetscope.job.JobRunner;
import org.fleetscope.report.TableFormat;
import org.fleetscope.report.TableWriter;
import org.fleetscope.series.TableData;
import org.fleetscope.ui.chart.ChartPaper;
import org.fleetscope.ui.chart.PngImage;
import org.fleetscope.ui.session.Dialogs;
import org.fleetscope.ui.session.JobBoard;

/** Takes a chart out of the window: onto the clipboard or into a file. Lives on the UI thread. */
final class ChartExports {
    private static final double SCALE = 2;

    private final JobBoard jobs;
    private final Dialogs dialogs;

    ChartExports(JobBoard jobs, Dialogs dialogs) {
        this.jobs = jobs;
        this.dialogs = dialogs;
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

    /** The bytes of a file, made away from the UI thread. */
    private interface Content {
        byte[] bytes() throws IOException;
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
        Optional<Path> chosen =
                dialogs.chooseTarget(
                        "Export the chart as " + format, fileName(paper.heading(), format));
        if (chosen.isPresent()) {
            write(content(paper, format), chosen.get().toAbsolutePath());
        }
    }

    private static Content content(ChartPaper paper, Format format) {
        return switch (format) {
            case PNG -> {
                WritableImage image = paper.image(SCALE);
                yield () -> png(PngImage.of(image, SCALE));
            }
            case SVG -> {
                String svg = paper.svg();
                yield () -> svg.getBytes(StandardCharsets.UTF_8);
            }
            case CSV -> {
                TableData table = paper.table();
                yield () -> csv(table);
            }
        };
    }

    private static byte[] png(PngImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        image.write(bytes);
        return bytes.toByteArray();
    }

    private static byte[] csv(TableData table) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TableWriter writer = TableFormat.CSV.open(bytes)) {
            writer.table(table, Long.MAX_VALUE);
        }
        return bytes.toByteArray();
    }

    private void write(Content content, Path file) {
        jobs.submit(
                "Exporting the chart",
                job -> {
                    Path draft = file.resolveSibling(file.getFileName() + ".part");
                    Files.write(draft, content.bytes());
                    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
                    return file;
                },
                new JobRunner.Callbacks<Path>() {
                    @Override
                    public void done(Path written) {
                        jobs.say(
                                "Exported the chart to " + written,
                                Optional.ofNullable(written.getParent())
                                        .flatMap(dialogs::showFolder)
                                        .map(show -> new JobBoard.Offer("Show folder", show))
                                        .orElse(null));
                    }

                    @Override
                    public void failed(Throwable failure) {
                        dialogs.failure(
                                "The chart could not be exported",
                                String.valueOf(failure.getMessage()),
                                "Choose a folder that you may write to and that has room.",
                                failure);
                    }

                    @Override
                    public void cancelled() {
                        jobs.say("The export was cancelled");
                    }
                });
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
