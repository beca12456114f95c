package org.fleetscope.ui.timeline;

import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.fleetscope.model.TimeRange;
import org.fleetscope.ui.support.TimeText;
import org.jspecify.annotations.Nullable;

/** The two fields in which a range is typed exactly, and what is wrong with them. */
public final class RangeInput {
    private final TimeText times;
    private @Nullable TimeRange shown;
    private final StringProperty from = new SimpleStringProperty(this, "from", "");
    private final StringProperty to = new SimpleStringProperty(this, "to", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    RangeInput(TimeText times) {
        this.times = times;
        times.zoneProperty()
                .subscribe((_, _) -> {
                    if (shown != null) {
                        show(shown);
                    }
                });
    }

    public StringProperty fromProperty() {
        return from;
    }

    public StringProperty toProperty() {
        return to;
    }

    /** A sentence about the first thing wrong; empty when nothing is. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    void show(TimeRange range) {
        shown = range;
        from.set(times.edited(range.from()));
        to.set(times.edited(range.to()));
        message.set("");
    }

    /** The range typed, cut to the bounds; empty, with a message, when it can't be shown. */
    Optional<TimeRange> read(TimeRange bounds) {
        OptionalLong start = times.parse(from.get());
        OptionalLong end = times.parse(to.get());
        if (start.isEmpty() || end.isEmpty()) {
            String wrong = start.isEmpty() ? from.get() : to.get();
            message.set(
                    "“"
                            + wrong.strip()
                            + "” is not a time. Write "
                            + times.edited(bounds.from())
                            + " or ISO-8601 with an offset.");
            return Optional.empty();
        }
        if (end.getAsLong() <= start.getAsLong()) {
            message.set("The range must end after it starts.");
            return Optional.empty();
        }
        TimeRange range = new TimeRange(start.getAsLong(), end.getAsLong()).intersect(bounds);
        if (range.length() == 0) {
            message.set(
                    "This agent has no runs then: its runs lie between "
                            + times.edited(bounds.from())
                            + " and "
                            + times.edited(bounds.to())
                            + ".");
            return Optional.empty();
        }
        message.set("");
        return Optional.of(range);
    }
}
