package org.fleetscope.ui.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.fleetscope.ui.session.Dialogs;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The dialogs of the window system. */
public final class FxDialogs implements Dialogs {
    private final Stage owner;
    private final Choosers choosers;

    public FxDialogs(Stage owner) {
        this(owner, new Choosers(owner));
    }

    /**
     * @param choosers what stands in for the system's own windows
     */
    FxDialogs(Stage owner, Choosers choosers) {
        this.owner = owner;
        this.choosers = choosers;
    }

    @Override
    public List<Path> chooseExports() {
        return chooseFiles("Open an export");
    }

    @Override
    public List<Path> chooseFollowed() {
        return chooseFiles("Follow files that grow");
    }

    private List<Path> chooseFiles(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("All files", "*.*"),
                        new FileChooser.ExtensionFilter(
                                "Exports",
                                "*.ndjson",
                                "*.jsonl",
                                "*.json",
                                "*.csv",
                                "*.tsv",
                                "*.lp",
                                "*.gz",
                                "*.zst",
                                "*.zip"));
        return choosers.open(chooser);
    }

    @Override
    public Optional<Path> chooseMapping() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose the mapping of these files");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Mappings", "*.json"),
                        new FileChooser.ExtensionFilter("All files", "*.*"));
        return choosers.openOne(chooser);
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return choosers.folder(chooser);
    }

    @Override
    public Optional<Path> chooseTarget(String title, String name) {
        String ending = name.substring(name.lastIndexOf('.'));
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                ending.substring(1).toUpperCase(Locale.ROOT), "*" + ending));
        Optional<Path> chosen = choosers.save(chooser);
        if (chosen.isEmpty()) {
            return chosen;
        }
        Path file = chosen.get();
        String typed = String.valueOf(file.getFileName());
        if (typed.toLowerCase(Locale.ROOT).endsWith(ending)) {
            return chosen;
        }
        // The system asked about the name as it was typed, not about the one with the ending.
        Path whole = file.resolveSibling(typed + ending);
        boolean agreed =
                Files.notExists(whole)
                        || confirm(
                                "Replace " + whole.getFileName() + "?",
                                "There is a file of this name in " + whole.getParent() + ".",
                                "Replace");
        return agreed ? Optional.of(whole) : Optional.empty();
    }

    @Override
    public Optional<Runnable> showFolder(Path folder) {
        return FolderOpener.of(System.getenv(), System.getProperty("os.name", ""))
                .map(open -> () -> open.accept(folder));
    }

    @Override
    public boolean confirm(String title, String text, String action) {
        ButtonType agree = new ButtonType(action, ButtonBar.ButtonData.OK_DONE);
        Alert alert = alert(Alert.AlertType.CONFIRMATION, title, text);
        alert.getButtonTypes().setAll(agree, ButtonType.CANCEL);
        return alert.showAndWait().filter(agree::equals).isPresent();
    }

    @Override
    public Optional<String> ask(String title, String text, String action) {
        return ask(title, text, action, "");
    }

    @Override
    public Optional<String> ask(String title, String text, String action, String before) {
        ButtonType agree = new ButtonType(action, ButtonBar.ButtonData.OK_DONE);
        Alert alert = alert(Alert.AlertType.CONFIRMATION, title, text);
        TextField line = new TextField(before);
        line.setAccessibleText(text);
        VBox content = new VBox(new Label(text), line);
        content.getStyleClass().add("dialog-question");
        alert.getDialogPane().setContent(content);
        alert.getButtonTypes().setAll(agree, ButtonType.CANCEL);
        alert.getDialogPane()
                .lookupButton(agree)
                .disableProperty()
                .bind(line.textProperty().map(String::isBlank));
        alert.setOnShown(event -> line.requestFocus());
        return alert.showAndWait()
                .filter(agree::equals)
                .map(button -> line.getText().strip())
                .filter(typed -> !typed.isEmpty());
    }

    @Override
    public void failure(String title, String message, String advice, Throwable cause) {
        ButtonType copy = new ButtonType("Copy details", ButtonBar.ButtonData.LEFT);
        Alert alert = alert(Alert.AlertType.ERROR, title, message + "\n\n" + advice);
        alert.getButtonTypes().setAll(copy, ButtonType.CLOSE);
        @Nullable ButtonType answer = alert.showAndWait().orElse(null);
        if (copy.equals(answer)) {
            ClipboardContent content = new ClipboardContent();
            content.putString(title + "\n" + details(cause));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private Alert alert(Alert.AlertType type, String title, String text) {
        Alert alert = new Alert(type);
        alert.initOwner(owner);
        alert.setTitle("Fleetscope");
        alert.setHeaderText(title);
        alert.setContentText(text);
        boolean failure = type == Alert.AlertType.ERROR;
        FontIcon icon = new FontIcon(failure ? "mdi2a-alert-circle" : "mdi2h-help-circle-outline");
        icon.getStyleClass().add("dialog-icon");
        alert.setGraphic(icon);
        alert.getDialogPane().getStyleClass().add("message-dialog");
        if (failure) {
            alert.getDialogPane().getStyleClass().add("failure");
        }
        return alert;
    }

    private static String details(Throwable cause) {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
