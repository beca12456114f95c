package org.fleetscope.ui.preview;

import java.nio.charset.Charset;
import org.fleetscope.model.CsvOptions;
import org.fleetscope.model.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about how a file is read, one thing at a time over the rest; null leaves it to
 * the file's content. For the UI thread.
 */
public final class ReadingModel {
    /** How the file that is shown is read now, and how it is read again in another way. */
    interface Reading {
        ReadOptions now();

        void again(ReadOptions options);

        /** The mark around cells that was found; a double quote when there is none. */
        String quoteFound();
    }

    private final Reading reading;

    ReadingModel(Reading reading) {
        this.reading = reading;
    }

    public ReadOptions now() {
        return reading.now();
    }

    /** Reads the file as another format or in another encoding. */
    public void as(@Nullable String format, @Nullable Charset charset) {
        ReadOptions now = reading.now();
        read(new ReadOptions(format, charset, now.limits(), now.precision()).withCsv(now.csv()));
    }

    /** Reads a CSV file with this text between cells. */
    public void delimitedBy(@Nullable String delimiter) {
        CsvOptions csv = csv();
        csv(new CsvOptions(delimiter, csv.quote(), csv.escape(), csv.header(), csv.skipLines()));
    }

    /**
     * Reads a CSV file with this mark around cells; empty for none. A mark that is written twice
     * within cells goes along.
     */
    public void quotedBy(@Nullable String quote) {
        CsvOptions csv = csv();
        boolean twice = isTwice();
        String escape = twice ? (quote == null || quote.isEmpty() ? null : quote) : csv.escape();
        csv(new CsvOptions(csv.delimiter(), quote, escape, csv.header(), csv.skipLines()));
    }

    /** Reads a CSV file with this character before quotes within cells. */
    public void escapedBy(@Nullable String escape) {
        CsvOptions csv = csv();
        csv(new CsvOptions(csv.delimiter(), csv.quote(), escape, csv.header(), csv.skipLines()));
    }

    /** Reads a CSV file with quotes written twice within cells. */
    public void escapedTwice() {
        CsvOptions csv = csv();
        String quote = csv.quote() == null ? reading.quoteFound() : csv.quote();
        csv(new CsvOptions(csv.delimiter(), quote, quote, csv.header(), csv.skipLines()));
    }

    /** Whether quotes within cells are said to be written twice. */
    public boolean isTwice() {
        CsvOptions csv = csv();
        return csv.escape() != null && csv.escape().equals(csv.quote());
    }

    /** Reads a CSV file with its first row as names of the columns, or as data. */
    public void header(@Nullable Boolean header) {
        CsvOptions csv = csv();
        csv(new CsvOptions(csv.delimiter(), csv.quote(), csv.escape(), header, csv.skipLines()));
    }

    /** Reads a CSV file from behind this many lines; 0 for those that its content shows. */
    public void skipLines(int lines) {
        CsvOptions csv = csv();
        csv(new CsvOptions(csv.delimiter(), csv.quote(), csv.escape(), csv.header(), lines));
    }

    private CsvOptions csv() {
        return reading.now().csv();
    }

    private void csv(CsvOptions csv) {
        read(reading.now().withCsv(csv));
    }

    private void read(ReadOptions options) {
        if (!options.equals(reading.now())) {
            reading.again(options);
        }
    }
}
