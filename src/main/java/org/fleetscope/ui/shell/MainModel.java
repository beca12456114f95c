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
    /** Id of the screen of rejected rows. */
    static final String QUALITY = "quality";

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
        screen.addListener((property, before, now) -> update(session.snapshot().get()));
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

    /** Rejected rows are in no scope: their screen shows also when no run is there. */
    private Stage stageOf(Snapshot snapshot) {
        boolean quality = screen.get().equals(QUALITY);
        if (snapshot.totalRuns() == 0 && snapshot.quarantined() == 0) {
            return quality && stage.get() == Stage.SCREEN ? Stage.SCREEN : Stage.WELCOME;
        }
        if (snapshot.totalRuns() == 0 && !quality) {
            screen.set(QUALITY);
            return Stage.SCREEN;
        }
        return snapshot.runs() == 0 && !quality ? Stage.NO_MATCH : Stage.SCREEN;
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
