package org.fleetscope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.fleetscope.model.Scope;
import org.junit.jupiter.api.Test;

final class ScopeHistoryTest {
    private final ScopeHistory history = new ScopeHistory();
    private final Scope vision = Scope.ALL.withTypes(Set.of("vision"));
    private final Scope host = vision.withHosts(Set.of("node-1"));

    @Test
    void goesBackAndForth() {
        history.set(vision);
        history.set(host);
        history.undo();
        assertThat(history.get()).isEqualTo(vision);
        history.undo();
        assertThat(history.get()).isEqualTo(Scope.ALL);
        assertThat(history.canUndo().get()).isFalse();
        history.redo();
        history.redo();
        assertThat(history.get()).isEqualTo(host);
        assertThat(history.canRedo().get()).isFalse();
    }

    @Test
    void forgetsWhatWasUndoneOnceThereIsSomethingNew() {
        history.set(vision);
        history.undo();
        history.set(host);
        history.redo();
        assertThat(history.get()).isEqualTo(host);
    }

    @Test
    void takesTheSameScopeForNoChange() {
        history.set(Scope.ALL);
        assertThat(history.canUndo().get()).isFalse();
    }
}
