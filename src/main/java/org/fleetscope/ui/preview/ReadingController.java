package org.fleetscope.ui.preview;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.fleetscope.model.CsvOptions;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.workspace.ForeignPreview;
import org.fleetscope.workspace.ForeignPreviews;
import org.jspecify.annotations.Nullable;

/** Binds what a person says about format, encoding and dialect. */
final class ReadingController {
    static final String BY_CONTENT = "as found";
    static final String TWICE = "written twice";
    static final String NONE = "none";
    static final String HEADER = "first row";
    static final String NO_HEADER = "none";

    private static final String TAB = "tab";
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final List<Charset> CHARSETS =
            List.of(
                    StandardCharsets.UTF_8,
                    StandardCharsets.ISO_8859_1,
                    Charset.forName("windows-1252"),
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE);

    private final ReadingModel model;
    private boolean showing;

    @FXML private ComboBox<String> format;
    @FXML private ComboBox<String> encoding;
    @FXML private HBox csv;
    @FXML private ComboBox<String> delimiter;
    @FXML private ComboBox<String> quote;
    @FXML private ComboBox<String> escape;
    @FXML private ComboBox<String> header;
    @FXML private TextField skip;

    ReadingController(ReadingModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        choices(format, ForeignPreviews.formats(), chosen -> readAs());
        choices(encoding, CHARSETS.stream().map(Charset::name).toList(), chosen -> readAs());
        choices(
                delimiter,
                List.of(",", ";", TAB, "|"),
                chosen -> model.delimitedBy(TAB.equals(chosen) ? "\t" : chosen));
        choices(
                quote,
                List.of("\"", "'", "`", NONE),
                chosen -> model.quotedBy(NONE.equals(chosen) ? "" : chosen));
        choices(
                escape,
                List.of(TWICE, "\\", "/"),
                chosen -> {
                    if (TWICE.equals(chosen)) {
                        model.escapedTwice();
                    } else {
                        model.escapedBy(chosen);
                    }
                });
        choices(
                header,
                List.of(HEADER, NO_HEADER),
                chosen -> model.header(chosen == null ? null : chosen.equals(HEADER)));
        onCommit(skip, this::skipLines);
        skip.textProperty().addListener((property, before, now) -> markSkip());
    }

    private void choices(
            ComboBox<String> box, List<String> offered, Consumer<@Nullable String> take) {
        List<String> all = new ArrayList<>(List.of(BY_CONTENT));
        all.addAll(offered);
        box.getItems().setAll(all);
        box.setOnAction(event -> {
            if (!showing) {
                take.accept(chosen(box));
            }
        });
    }

    private static @Nullable String chosen(ComboBox<String> box) {
        String value = box.getValue();
        return value == null || value.isEmpty() || value.equals(BY_CONTENT) ? null : value;
    }

    static void onCommit(TextField field, Runnable commit) {
        field.setOnAction(event -> commit.run());
        field.focusedProperty()
                .addListener((property, before, now) -> {
                    if (!now) {
                        commit.run();
                    }
                });
    }

    private void readAs() {
        String charset = chosen(encoding);
        model.as(chosen(format), charset == null ? null : Charset.forName(charset));
    }

    private void skipLines() {
        if (!showing && skippedLines() >= 0) {
            model.skipLines(skippedLines());
        }
    }

    private void markSkip() {
        skip.pseudoClassStateChanged(WRONG, skippedLines() < 0);
    }

    /** −1 for what is no number of lines. */
    private int skippedLines() {
        String text = skip.getText().strip();
        if (text.isEmpty()) {
            return 0;
        }
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    /** Shows how a file was read. */
    void show(ForeignPreview now) {
        showing = true;
        ReadOptions read = now.read();
        Charset charset = read.charset();
        format.setValue(read.format() == null ? BY_CONTENT : read.format());
        encoding.setValue(charset == null ? BY_CONTENT : charset.name());
        CsvOptions said = read.csv();
        String by = said.delimiter();
        delimiter.setValue(by == null ? BY_CONTENT : by.equals("\t") ? TAB : by);
        String mark = said.quote();
        quote.setValue(mark == null ? BY_CONTENT : mark.isEmpty() ? NONE : mark);
        String before = said.escape();
        escape.setValue(before == null ? BY_CONTENT : model.isTwice() ? TWICE : before);
        Boolean named = said.header();
        header.setValue(named == null ? BY_CONTENT : named ? HEADER : NO_HEADER);
        skip.setText(said.skipLines() == 0 ? "" : Integer.toString(said.skipLines()));
        shown(csv, now.format().equals("csv"));
        showing = false;
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
