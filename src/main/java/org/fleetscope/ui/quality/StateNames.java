package org.fleetscope.ui.quality;

import javafx.util.StringConverter;
import org.fleetscope.model.QuarantineFilter.State;
import org.jspecify.annotations.Nullable;

/** What became of rejected rows, in words. */
final class StateNames extends StringConverter<State> {
    @Override
    public String toString(@Nullable State state) {
        return switch (state) {
            case OPEN -> "In quarantine";
            case REPAIRED -> "Repaired";
            case ALL -> "All rejected";
            case null -> "";
        };
    }

    @Override
    public State fromString(String shown) {
        throw new UnsupportedOperationException("the choice is not editable");
    }
}
