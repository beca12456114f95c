package org.fleetscope.ui.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.Snapshot;
import org.fleetscope.ui.support.Load;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** What the middle of the window shows, and the name in its bar. */
final class MainModel {
    /** What stands in the middle. */
    enum Stage {
        WELCOME,
        NO_MATCH,
        SCREEN
    }

    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.WELCOME);
    private final ReadOnlyStringWrapper workspaceName =
            new ReadOnlyStringWrapper("No workspace open");
    private final StringProperty screen = new SimpleStringProperty("overview");

    MainModel(Session session) {
        session.snapshot().addListener((property, before, now) -> update(now));
        session.workspace().addListener((property, before, now) -> workspaceName.set(nameOf(now)));
    }

    ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    ReadOnlyStringProperty workspaceName() {
        return workspaceName.getReadOnlyProperty();
    }

    /** Id of the screen chosen. */
    StringProperty screen() {
        return screen;
    }

    private void update(Load<Snapshot> snapshot) {
        switch (snapshot) {
            case Load.Idle<Snapshot>() -> stage.set(Stage.WELCOME);
            case Load.Ready<Snapshot>(Snapshot ready) -> stage.set(stageOf(ready));
            case Load.Failed<Snapshot>(String message, Throwable cause) -> stage.set(Stage.SCREEN);
            case Load.Loading<Snapshot>(Snapshot previous) -> {
                // What stands there stays until the answer comes.
            }
        }
    }

    private static Stage stageOf(Snapshot snapshot) {
        if (snapshot.totalRuns() == 0) {
            return Stage.WELCOME;
        }
        return snapshot.runs() == 0 ? Stage.NO_MATCH : Stage.SCREEN;
    }

    private static String nameOf(@Nullable Workspace workspace) {
        if (workspace == null) {
            return "No workspace open";
        }
        return workspace.isTemporary()
                ? "Temporary workspace"
                : String.valueOf(workspace.folder().getFileName());
    }
}
