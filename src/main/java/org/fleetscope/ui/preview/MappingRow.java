package org.fleetscope.ui.preview;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.fleetscope.workspace.FieldDraft;

/**
 * A row of the mapping table. It stays while its field changes, so that the controls in its cells
 * keep the focus.
 */
final class MappingRow {
    private final ObjectProperty<FieldDraft> field;

    MappingRow(FieldDraft first) {
        field = new SimpleObjectProperty<>(first);
    }

    ObjectProperty<FieldDraft> field() {
        return field;
    }
}
