package org.fleetscope.ui.preview;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.workspace.BundleFile;
import org.fleetscope.workspace.FileChoice;
import org.fleetscope.workspace.MappingDraft;
import org.jspecify.annotations.Nullable;

/**
 * The files that were opened together, and what was decided about each. Files with the same columns
 * are read and mapped alike, so that a change to one of them counts for all. For the UI thread.
 */
public final class BundleModel {
    private final ObservableList<FileEntry> entries = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable BundleFile> shown = new ReadOnlyObjectWrapper<>();
    private final Map<String, ReadOptions> reads = new HashMap<>();
    private final Map<String, MappingDraft> drafts = new HashMap<>();

    /** The files in the order of their paths. */
    public ObservableList<FileEntry> entries() {
        return entries;
    }

    /** The file that the preview shows; null before the first. */
    public ReadOnlyObjectProperty<@Nullable BundleFile> shown() {
        return shown.getReadOnlyProperty();
    }

    /**
     * Starts with other files. A foreign file that only lies beside data stays out until somebody
     * maps it.
     */
    void start(List<BundleFile> files) {
        reads.clear();
        drafts.clear();
        shown.set(null);
        boolean hasData = files.stream().anyMatch(BundleFile::isReady);
        entries.setAll(
                files.stream()
                        .map(file ->
                                new FileEntry(
                                        file,
                                        file.isReady()
                                                || file.named()
                                                || (file.state() == BundleFile.State.FOREIGN
                                                        && !hasData),
                                        false))
                        .toList());
    }

    void show(BundleFile file) {
        shown.set(file);
    }

    /** How the file that is shown is read. */
    ReadOptions read() {
        BundleFile now = shown.get();
        return now == null ? ReadOptions.DEFAULTS : reads.getOrDefault(now.group(), now.read());
    }

    void setRead(ReadOptions read) {
        BundleFile now = shown.get();
        if (now != null) {
            reads.put(now.group(), read);
            drafts.remove(now.group());
            changed(now.group());
        }
    }

    /** The mapping that was made for the columns of the file that is shown, if any. */
    Optional<MappingDraft> draft() {
        BundleFile now = shown.get();
        return Optional.ofNullable(now == null ? null : drafts.get(now.group()));
    }

    void setDraft(MappingDraft draft) {
        BundleFile now = shown.get();
        if (now != null) {
            drafts.put(now.group(), draft);
            changed(now.group());
        }
    }

    /** Files that a change to the one shown counts for, itself included. */
    int alike() {
        BundleFile now = shown.get();
        return now == null
                ? 0
                : (int)
                        entries.stream()
                                .filter(entry -> entry.file().group().equals(now.group()))
                                .count();
    }

    /** Has a file imported, or left out. */
    public void include(BundleFile file, boolean included) {
        for (int i = 0; i < entries.size(); i++) {
            FileEntry entry = entries.get(i);
            if (entry.file() == file && entry.included() != included) {
                entries.set(i, new FileEntry(file, included, entry.changed()));
            }
        }
    }

    public long includedFiles() {
        return entries.stream().filter(FileEntry::included).count();
    }

    private void changed(String group) {
        for (int i = 0; i < entries.size(); i++) {
            FileEntry entry = entries.get(i);
            if (entry.file().group().equals(group) && !(entry.included() && entry.changed())) {
                entries.set(i, new FileEntry(entry.file(), true, true));
            }
        }
    }

    /** What was decided, for the files of which an import could not know it by itself. */
    Map<Path, FileChoice> choices() {
        Map<Path, FileChoice> choices = new LinkedHashMap<>();
        for (FileEntry entry : entries) {
            BundleFile file = entry.file();
            boolean ownWords = entry.changed() || file.state() == BundleFile.State.FOREIGN;
            if (!entry.included()) {
                choices.put(file.path(), FileChoice.LEFT_OUT);
            } else if (ownWords) {
                MappingDraft draft = drafts.get(file.group());
                choices.put(
                        file.path(),
                        FileChoice.of(
                                reads.getOrDefault(file.group(), file.read()),
                                draft == null ? file.mappingJson() : draft.json()));
            }
        }
        return choices;
    }
}
