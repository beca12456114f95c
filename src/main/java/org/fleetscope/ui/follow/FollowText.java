package org.fleetscope.ui.follow;

import org.fleetscope.model.Times;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.FollowStatus;

/** How far following is, as one line. */
final class FollowText {
    /**
     * What the status itself does not tell.
     *
     * @param perMinute rows a minute, −1 unknown
     * @param age of the newest row by its recorded_at, µs; −1 without one
     * @param lag from the reading of a row to its being on screen, ms; −1 unknown
     * @param missed rows since the view was paused
     */
    record Extra(long perMinute, long age, long lag, long missed) {}

    private FollowText() {}

    static String of(String name, FollowStatus status, boolean paused, Extra extra) {
        if (status.waiting()) {
            return "Following " + name + " · waits for an import to end";
        }
        StringBuilder line = new StringBuilder(paused ? "Paused · " : "Following ").append(name);
        if (paused) {
            return line.append(" · ")
                    .append(Numbers.count(extra.missed()))
                    .append(extra.missed() == 1 ? " new row" : " new rows")
                    .toString();
        }
        if (status.history()) {
            line.append(" · reading what was there, ")
                    .append(Numbers.count(status.accepted()))
                    .append(" rows");
            return line.toString();
        }
        if (extra.perMinute() >= 0) {
            line.append(" · ").append(Numbers.count(extra.perMinute())).append(" rows/min");
        }
        if (extra.age() >= 0) {
            line.append(" · last row ")
                    .append(TimeText.duration(Times.floor(extra.age(), Times.SECOND)))
                    .append(" old");
        }
        if (extra.lag() >= 0) {
            line.append(" · shown after ").append(extra.lag()).append(" ms");
        }
        if (status.rejected() > 0) {
            line.append(" · ").append(Numbers.count(status.rejected())).append(" rejected");
        }
        return line.toString();
    }
}
