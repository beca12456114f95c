package org.fleetscope.ui.preview;

import org.fleetscope.workspace.FieldDraft;

/**
 * Where the value of a field may come from, as a person chooses it.
 *
 * @param column for kind COLUMN, else empty
 */
public record SourceChoice(FieldDraft.Kind kind, String column) {
    @Override
    public String toString() {
        return switch (kind) {
            case OWN -> "Column of the same name";
            case COLUMN -> column;
            case COMPUTED -> "Computed";
            case CONSTANT -> "Constant";
            case ABSENT -> "Absent";
        };
    }
}
