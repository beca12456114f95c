package org.fleetscope.ui.quality;

import java.util.List;
import javafx.util.StringConverter;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.QualityReport.ImportLine;
import org.jspecify.annotations.Nullable;

/** Names of imports by their numbers: "Import 2 · 12 Mar 10:00 · runs.ndjson". */
final class ImportNames extends StringConverter<@Nullable Long> {
    private final TimeText times;
    private List<ImportLine> lines = List.of();

    ImportNames(TimeText times) {
        this.times = times;
    }

    /** The imports there are. */
    void set(List<ImportLine> imports) {
        lines = imports;
    }

    @Override
    public String toString(@Nullable Long id) {
        return lines.stream()
                .filter(line -> id != null && line.importId() == id)
                .findFirst()
                .map(this::name)
                .orElse("All imports");
    }

    private String name(ImportLine line) {
        String files =
                line.files().size() == 1
                        ? QualityColumns.fileName(line.files().getFirst())
                        : line.files().size() + " files";
        return "Import " + line.importId() + " · " + times.brief(line.startedAt()) + " · " + files;
    }

    @Override
    public @Nullable Long fromString(String shown) {
        throw new UnsupportedOperationException("the choice is not editable");
    }
}
