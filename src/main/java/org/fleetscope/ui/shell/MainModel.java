package org.fleetscope.ui.shell;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
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
    private final ObjectProperty<ScreenId> screen = new SimpleObjectProperty<>(ScreenId.OVERVIEW);

    MainModel(Session session) {
        session.snapshot().addListener((property, before, now) -> update(now));
        screen.addListener((property, before, now) -> update(session.snapshot().get()));
        session.workspace().addListener((property, before, now) -> workspaceName.set(nameOf(now)));
    }

    ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    ReadOnlyStringProperty workspaceName() {
        return workspaceName.getReadOnlyProperty();
    }

    /** The screen chosen. */
    ObjectProperty<ScreenId> screen() {
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

    /** What is in no scope, rejected rows for instance, shows also when no run is there. */
    private Stage stageOf(Snapshot snapshot) {
        boolean free = !screen.get().ofRuns();
        if (snapshot.totalRuns() == 0 && snapshot.quarantined() == 0) {
            return free && stage.get() == Stage.SCREEN ? Stage.SCREEN : Stage.WELCOME;
        }
        if (snapshot.totalRuns() == 0 && !free) {
            screen.set(ScreenId.QUALITY);
            return Stage.SCREEN;
        }
        return snapshot.runs() == 0 && !free ? Stage.NO_MATCH : Stage.SCREEN;
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
