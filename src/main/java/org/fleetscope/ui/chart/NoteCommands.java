package org.fleetscope.ui.chart;

import org.fleetscope.model.TimeNote;
import org.fleetscope.model.TimeRange;

/** What a person may ask of notes at a chart. */
public interface NoteCommands {
    /** A note is to be written. */
    void add(TimeRange where);

    /** The text of a note is to be changed. */
    void edit(TimeNote note);

    void remove(TimeNote note);
}
