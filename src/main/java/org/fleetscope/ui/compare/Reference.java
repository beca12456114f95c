package org.fleetscope.ui.compare;

import java.util.List;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.workspace.Workspace;

/** What the runs in scope are compared with. */
sealed interface Reference {
    /** References that need nothing but the scope, in the order they are offered. */
    List<Reference> OF_TIME =
            List.of(
                    new Before(),
                    new Earlier("The day before", Times.DAY),
                    new Earlier("The same weekday a week before", 7 * Times.DAY));

    String title();

    /**
     * The equal stretch of time before; with all time in scope the second half is compared with the
     * first.
     */
    record Before() implements Reference {
        @Override
        public String title() {
            return "The time before";
        }
    }

    /** The same stretch of time, moved back by {@code by} µs. */
    record Earlier(String title, long by) implements Reference {}

    /** A scope the person has pinned or saved. */
    record Named(String title, Scope scope) implements Reference {}

    /** All runs of another export or workspace, which stays open as long as it is compared with. */
    record Recording(String title, Workspace workspace) implements Reference {}

    /**
     * The scopes to compare.
     *
     * @param scope what is looked at
     * @param extent first and last time of all runs
     */
    default Sides sides(Scope scope, TimeRange extent) {
        boolean all = scope.time().equals(TimeRange.ALL);
        TimeRange now = all ? extent : scope.time().intersect(extent);
        return switch (this) {
            case Before before when all -> {
                long middle = extent.from() + extent.length() / 2;
                yield new Sides(
                        scope.withTime(new TimeRange(extent.from(), middle)),
                        scope.withTime(new TimeRange(middle, extent.to())));
            }
            case Before before -> new Sides(scope.withTime(now.previous()), scope);
            case Earlier earlier ->
                    new Sides(
                            scope.withTime(
                                    new TimeRange(
                                            now.from() - earlier.by(), now.to() - earlier.by())),
                            scope);
            case Named named -> new Sides(named.scope(), scope);
            case Recording recording -> new Sides(Scope.ALL, scope);
        };
    }
}
