package org.fleetscope.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/**
 * Opens the system's own windows for files, which no test can see into; a test puts another one in
 * its place. Empty when the person changed their mind.
 */
class Choosers {
    private final Stage owner;

    Choosers(Stage owner) {
        this.owner = owner;
    }

    List<Path> open(FileChooser chooser) {
        List<File> files = chooser.showOpenMultipleDialog(owner);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    Optional<Path> openOne(FileChooser chooser) {
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    Optional<Path> save(FileChooser chooser) {
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    Optional<Path> folder(DirectoryChooser chooser) {
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }
}
