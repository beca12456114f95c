package org.fleetscope.model;

import java.util.UUID;

/**
 * What a person wrote at a time or a stretch of time.
 *
 * @param range the stretch; of length 0 for a single time
 * @param subject name of the agent on whose timeline it was written; empty for the fleet
 * @param text not blank
 * @param writtenAt µs UTC
 */
public record TimeNote(UUID id, TimeRange range, String subject, String text, long writtenAt) {
    public TimeNote {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a note without a text");
        }
    }

    /** True when some of it lies in a range, both ends included. */
    public boolean touches(TimeRange shown) {
        return range.from() <= shown.to() && range.to() >= shown.from();
    }

    /** The note with another text. */
    public TimeNote withText(String other) {
        return new TimeNote(id, range, subject, other, writtenAt);
    }

    /** Text and subject in one line. */
    public String line() {
        return subject.isEmpty() ? text : subject + ": " + text;
    }
}
