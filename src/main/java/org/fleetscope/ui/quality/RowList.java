package org.fleetscope.ui.quality;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.workspace.Quarantine;
import org.fleetscope.workspace.Workspace;

/**
 * The rejected rows under a filter, page by page. A page is shown as soon as its rows are read; how
 * many there are in all follows. Of two questions the later one's answer counts. Lives on the UI
 * thread.
 */
public final class RowList {
    /** Rows of a page. */
    static final int PAGE = 200;

    private static final long UNKNOWN = -1;

    /** Where a page begins: behind which row, and how many rows come before it. */
    private record Start(long after, long before) {}

    /** A page of rows, and how many come before it. */
    record Page(List<QuarantinedRow> rows, long before) {
        Page {
            rows = List.copyOf(rows);
        }

        long end() {
            return before + rows.size();
        }
    }

    private final ReadOnlyObjectWrapper<Load<Page>> page =
            new ReadOnlyObjectWrapper<>(new Load.Idle<>());
    private final ReadOnlyStringWrapper position = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper hasNext = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper hasPrevious = new ReadOnlyBooleanWrapper();
    private final Deque<Start> starts = new ArrayDeque<>();
    private final Session session;
    private final LatestJob paging;
    private final LatestJob counting;
    private QuarantineFilter filter = QuarantineFilter.OPEN;
    private long total = UNKNOWN;

    RowList(Session session, JobRunner runner) {
        this.session = session;
        this.paging = new LatestJob(runner);
        this.counting = new LatestJob(runner);
    }

    public ReadOnlyObjectProperty<Load<Page>> page() {
        return page.getReadOnlyProperty();
    }

    /** "Rows 1–200 of 1 234"; without the end while it is counted. */
    public ReadOnlyStringProperty position() {
        return position.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty hasNext() {
        return hasNext.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty hasPrevious() {
        return hasPrevious.getReadOnlyProperty();
    }

    /**
     * Lists from the first row that passes a filter; reads the page in view again if it is that.
     */
    void show(QuarantineFilter wanted) {
        Workspace open = session.workspace().get();
        if (open == null) {
            return;
        }
        if (!wanted.equals(filter)) {
            filter = wanted;
            starts.clear();
        }
        Quarantine rows = open.quarantine();
        total = UNKNOWN;
        list(rows);
        counting.start(
                "Counting rejected rows",
                job -> rows.count(wanted, job),
                found -> {
                    total = found;
                    page.get().latest().ifPresent(this::tell);
                },
                failure -> page.set(Load.failed(failure)));
    }

    private void list(Quarantine rows) {
        QuarantineFilter wanted = filter;
        Start from = starts.isEmpty() ? new Start(0, 0) : starts.getLast();
        page.set(new Load.Loading<>(page.get().latest().orElse(null)));
        paging.start(
                "Reading rejected rows",
                job -> new Page(rows.page(wanted, from.after(), PAGE, job), from.before()),
                this::show,
                failure -> page.set(Load.failed(failure)));
    }

    private void show(Page shown) {
        // A repair may have emptied the last page.
        if (shown.rows().isEmpty() && !starts.isEmpty()) {
            previous();
            return;
        }
        page.set(new Load.Ready<>(shown));
        tell(shown);
    }

    private void tell(Page shown) {
        hasPrevious.set(shown.before() > 0);
        hasNext.set(
                total == UNKNOWN
                        ? shown.rows().size() == PAGE
                        : shown.end() < total && !shown.rows().isEmpty());
        position.set(
                shown.rows().isEmpty()
                        ? ""
                        : "Rows "
                                + Numbers.count(shown.before() + 1)
                                + "–"
                                + Numbers.count(shown.end())
                                + (total == UNKNOWN ? "" : " of " + Numbers.count(total)));
    }

    public void next() {
        if (hasNext.get() && page.get() instanceof Load.Ready<Page>(Page shown)) {
            starts.add(new Start(shown.rows().getLast().id(), shown.end()));
            turn();
        }
    }

    public void previous() {
        if (!starts.isEmpty()) {
            starts.removeLast();
            turn();
        }
    }

    private void turn() {
        Workspace open = session.workspace().get();
        if (open != null) {
            list(open.quarantine());
        }
    }

    /** Forgets all: another workspace is open. */
    void reset() {
        paging.cancel();
        counting.cancel();
        filter = QuarantineFilter.OPEN;
        starts.clear();
        page.set(new Load.Idle<>());
    }
}
