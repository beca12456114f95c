package org.fleetscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fleetscope.job.Progress;
import org.fleetscope.model.FollowNotice;
import org.fleetscope.model.Profile;
import org.fleetscope.workspace.FollowListener;
import org.fleetscope.workspace.FollowOptions;
import org.fleetscope.workspace.FollowStatus;
import org.fleetscope.workspace.ImportOptions;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "follow",
        mixinStandardHelpOptions = true,
        description =
                "Follows files and folders that grow, until it is stopped with Ctrl-C; rows are on disk a second after they came. Started again, it goes on where it ended.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  fleetscope follow runs.ndjson --workspace my-fleet",
            "  fleetscope follow exports --workspace my-fleet --profile export"
        })
final class FollowCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files or folders; a file may come later.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--workspace",
            required = true,
            paramLabel = "DIR",
            description = "Workspace folder, created when it is not there.")
    private Path workspace = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "Mapping of the files' columns to the fields of a KPI report.")
    private @Nullable Path mapping;

    @Option(
            names = "--profile",
            paramLabel = "export|live",
            defaultValue = "live",
            description =
                    "of rows that come from now on; live: rows older than an hour are rejected (default); export: rows may be of any age.")
    private Profile profile = Profile.LIVE;

    @Option(names = "--json", description = "Print one JSON document at the end.")
    private boolean json;

    private final CommandContext context;

    FollowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        FollowOptions options =
                new FollowOptions(profile, new ImportOptions(Profile.EXPORT, mapping));
        FollowStatus last;
        try (Workspace opened = context.open(workspace)) {
            last = opened.follow(paths, options, new Telling(), context.job());
        }
        if (json) {
            JsonOutput.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("rows_read", last.accepted() + last.rejected() + last.skipped())
                            .put("accepted", last.accepted())
                            .put("rejected", last.rejected())
                            .put("skipped_existing", last.skipped()),
                    context);
        } else {
            context.out()
                    .printf(
                            Locale.ROOT,
                            "Followed until stopped: %,d rows accepted, %,d rejected, %,d already there.%n",
                            last.accepted(),
                            last.rejected(),
                            last.skipped());
        }
        return ExitStatus.DONE;
    }

    /** Shows how many rows came on a terminal, and what happens to the files everywhere. */
    private final class Telling implements FollowListener {
        @Override
        public void rows(FollowStatus status) {
            context.job()
                    .progress(
                            new Progress(
                                    status.rejected() == 0
                                            ? "Following"
                                            : "Following, " + status.rejected() + " rejected",
                                    0,
                                    0,
                                    "rows",
                                    status.accepted()));
        }

        @Override
        public void notice(FollowNotice notice) {
            context.message(notice.text());
        }
    }
}
