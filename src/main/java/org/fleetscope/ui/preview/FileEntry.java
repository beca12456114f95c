package org.fleetscope.ui.preview;

import org.fleetscope.model.EntityKind;
import org.fleetscope.workspace.BundleFile;

/**
 * A file in the list of what was opened.
 *
 * @param included whether it will be imported
 * @param changed whether its mapping or the way to read it was changed by a person
 */
public record FileEntry(BundleFile file, boolean included, boolean changed) {
    /** Its name; of a member of an archive the path within. */
    public String name() {
        String path = file.path().toString().replace('\\', '/');
        int member = path.indexOf("!/");
        return member >= 0 ? path.substring(member + 2) : String.valueOf(file.path().getFileName());
    }

    /** What it is, what its rows are, and what its mapping comes from. */
    public String state() {
        String what = (file.format().isEmpty() ? "" : file.format() + " \u00b7 ");
        if (changed) {
            return what + "your mapping";
        }
        return what
                + switch (file.state()) {
                    case KNOWN -> rows(file.kind()) + ", as they stand";
                    case MAPPED -> "mapped by " + file.mapping();
                    case FOREIGN -> included ? "proposed mapping" : "needs a mapping";
                    case NO_DATA -> "no data";
                };
    }

    private static String rows(EntityKind kind) {
        return switch (kind) {
            case KPI_REPORT -> "runs";
            case TASK -> "tasks";
            case EXECUTION_RESULT -> "results";
            case AGENT -> "agents";
            case SYSTEM_HEALTH -> "system health";
        };
    }
}
