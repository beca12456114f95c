package org.fleetscope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.fleetscope.model.Scope;
import org.fleetscope.ui.session.Fields;
import org.fleetscope.ui.session.Place;
import org.fleetscope.ui.session.PlaceHistory;
import org.fleetscope.ui.session.Placed;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.Snapshot;
import org.fleetscope.ui.session.UiSettings;
import org.fleetscope.ui.support.Load;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Where the window is: back and forward in it, and the same place again when a workspace is opened
 * the next time. A temporary workspace is gone then, so nothing is kept of it.
 */
final class Places {
    private static final String KEY = "place.";
    private static final String LAST = "workspace";

    private final MainModel main;
    private final Session session;
    private final UiSettings settings;
    private final PlaceHistory history;
    private List<Screen> screens = List.of();
    private @Nullable Place wanted;

    /** {@code later} runs something in a later turn of the UI thread. */
    Places(MainModel main, Session session, UiSettings settings, Executor later) {
        this.main = main;
        this.session = session;
        this.settings = settings;
        history = new PlaceHistory(this::now, this::details, this::go, later);
        session.workspace().addListener((property, before, opened) -> opened(before, opened));
        session.snapshot().addListener((property, before, snapshot) -> arrive(snapshot));
    }

    PlaceHistory history() {
        return history;
    }

    /** Begins to keep the places of these screens. */
    void watch(List<Screen> all) {
        screens = all;
        main.screen().addListener((property, before, shown) -> history.moved());
        session.scopes().current().addListener((property, before, scope) -> history.moved());
        all.forEach(screen -> screen.placed().onMoved(history::moved));
    }

    /** Keeps the place for the next start. */
    void keep() {
        Workspace open = session.workspace().get();
        if (open != null) {
            keep(open);
        }
    }

    /** The workspace that was open when the window was closed the last time. */
    Optional<Path> last() {
        return Optional.of(settings.kept(LAST)).filter(path -> !path.isEmpty()).map(Path::of);
    }

    private void keep(Workspace workspace) {
        if (!workspace.isTemporary()) {
            settings.keep(key(workspace), now().text());
        }
        settings.keep(LAST, workspace.isTemporary() ? "" : workspace.folder().toString());
    }

    private void opened(@Nullable Workspace before, @Nullable Workspace opened) {
        if (before != null) {
            keep(before);
        }
        history.reset();
        wanted =
                opened == null || opened.isTemporary()
                        ? null
                        : Place.read(settings.kept(key(opened))).orElse(null);
    }

    /** A place is gone to once it is known what the workspace holds. */
    private void arrive(Load<Snapshot> snapshot) {
        Place place = wanted;
        if (place != null && snapshot instanceof Load.Ready<Snapshot>) {
            wanted = null;
            go(place);
        }
    }

    private Place now() {
        return new Place(main.screen().get().id(), scope(), details(main.screen().get().id()));
    }

    private Scope scope() {
        return session.scopes().get();
    }

    private Fields details(String screen) {
        return placed(screen).map(Placed::place).orElse(Fields.NONE);
    }

    private void go(Place place) {
        ScreenId.of(place.screen()).ifPresent(screen -> main.screen().set(screen));
        session.scopes().set(place.scope());
        placed(place.screen()).ifPresent(screen -> screen.restore(place.details()));
    }

    private Optional<Placed> placed(String screen) {
        return screens.stream()
                .filter(one -> one.id().id().equals(screen))
                .map(Screen::placed)
                .findFirst();
    }

    private static String key(Workspace workspace) {
        return KEY + workspace.folder();
    }
}
