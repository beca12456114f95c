package org.fleetscope.ui.session;

import java.util.Optional;
import org.fleetscope.model.Scope;

/**
 * What the window shows: a screen, the scope, and the screen's own state.
 *
 * @param screen stable name of the screen
 * @param details see {@link Placed#place}
 */
public record Place(String screen, Scope scope, Fields details) {
    private static final String SCREEN = "screen";
    private static final String SCOPE = "scope";
    private static final String DETAILS = "details";

    /** Whether going from one to the other is a step worth going back. */
    boolean sameStep(Place other) {
        return screen.equals(other.screen)
                && scope.equals(other.scope)
                && details.value(Placed.ITEM).equals(other.details.value(Placed.ITEM));
    }

    /** One line that {@link #read} reads. */
    public String text() {
        return Fields.NONE
                .with(SCREEN, screen)
                .with(SCOPE, ScopeText.of(scope))
                .with(DETAILS, details.text())
                .text();
    }

    /** The place of a line; empty when the line is none that {@link #text} wrote. */
    public static Optional<Place> read(String text) {
        Fields fields = Fields.of(text);
        return ScopeText.read(fields.value(SCOPE))
                .map(scope ->
                        new Place(fields.value(SCREEN), scope, Fields.of(fields.value(DETAILS))));
    }
}
