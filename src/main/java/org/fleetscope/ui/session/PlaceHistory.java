package org.fleetscope.ui.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The way back and forward through what was looked at. Changes of one turn of the UI thread are one
 * step; a place returned to keeps how it was looked at, zoom and filters for instance.
 */
public final class PlaceHistory {
    private static final int KEPT = 200;

    private final Deque<Place> past = new ArrayDeque<>();
    private final Deque<Place> future = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private final Supplier<Place> now;
    private final Function<String, Fields> details;
    private final Consumer<Place> go;
    private final Executor later;
    private @Nullable Place here;
    private boolean settling;

    /**
     * A history that begins where the window is.
     *
     * @param now tells where the window is
     * @param details tells the state of a screen, in view or not
     * @param go moves the window
     * @param later runs something in a later turn of the UI thread
     */
    public PlaceHistory(
            Supplier<Place> now,
            Function<String, Fields> details,
            Consumer<Place> go,
            Executor later) {
        this.now = now;
        this.details = details;
        this.go = go;
        this.later = later;
    }

    public ReadOnlyBooleanProperty canGoBack() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForward() {
        return canGoForward.getReadOnlyProperty();
    }

    /** Tells that something was moved: screen, scope, the thing looked at, or how it is shown. */
    public void moved() {
        if (!settling) {
            settling = true;
            later.execute(this::settle);
        }
    }

    public void back() {
        turn(past, future);
    }

    public void forward() {
        turn(future, past);
    }

    /** Starts over at where the window will be, for another workspace. */
    public void reset() {
        past.clear();
        future.clear();
        here = null;
        update();
        moved();
    }

    private void settle() {
        settling = false;
        Place reached = now.get();
        Place left = here;
        if (left != null && !left.sameStep(reached)) {
            past.push(asLeft(left));
            if (past.size() > KEPT) {
                past.removeLast();
            }
            future.clear();
        }
        here = reached;
        update();
    }

    /** The place with the state its screen has kept, unless that shows another thing by now. */
    private Place asLeft(Place left) {
        Place latest = new Place(left.screen(), left.scope(), details.apply(left.screen()));
        return latest.sameStep(left) ? latest : left;
    }

    private void turn(Deque<Place> from, Deque<Place> to) {
        if (settling) {
            settle();
        }
        if (from.isEmpty()) {
            return;
        }
        to.push(now.get());
        Place wanted = from.pop();
        here = wanted;
        go.accept(wanted);
        update();
    }

    private void update() {
        canGoBack.set(!past.isEmpty());
        canGoForward.set(!future.isEmpty());
    }
}
