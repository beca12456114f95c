package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fleetscope.model.Judgement;
import org.fleetscope.model.Scope;
import org.fleetscope.model.Verdict;
import org.fleetscope.model.VerdictDraft;
import org.fleetscope.model.VerdictEffect;
import org.fleetscope.model.VerdictPreview;
import org.fleetscope.workspace.Diagnosis;
import org.fleetscope.workspace.FleetView;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verdicts",
        mixinStandardHelpOptions = true,
        description =
                "Lists the verdicts on findings of a workspace, gives one or takes one back. The latest"
                        + " verdict that covers a finding counts. What is suppressed is marked, and left out of"
                        + " lists, counts and incidents; no score changes.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  fleetscope verdicts --workspace my-fleet",
            "  fleetscope verdicts --workspace my-fleet --give confirmed --incident 133482807a --note \"disk full\"",
            "  fleetscope verdicts --workspace my-fleet --give expected --agent 1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"
                    + " --metric latency_ms --suppress --preview",
            "  fleetscope verdicts --workspace my-fleet --give expected --detector sigma --set sigma.k=4",
            "  fleetscope verdicts --workspace my-fleet --remove 3"
        })
final class VerdictsCommand implements Callable<Integer> {
    @Option(
            names = "--workspace",
            required = true,
            paramLabel = "DIR",
            description = "Workspace folder.")
    private Path workspace = Path.of("");

    @ArgGroup(exclusive = true)
    private @Nullable Action action;

    /** What is done; nothing lists. */
    static final class Action {
        @Option(
                names = "--give",
                paramLabel = "confirmed|expected|unclear",
                description = "Give this verdict on the findings named by the options below.")
        private @Nullable Judgement give;

        @Option(names = "--remove", paramLabel = "N", description = "Take a verdict back.")
        private @Nullable Long remove;

        @Option(
                names = "--restore",
                paramLabel = "N",
                description = "Let a verdict that was taken back hold again.")
        private @Nullable Long restore;
    }

    @Mixin private PatternOptions pattern = new PatternOptions();
    @Mixin private DetectorOption detectors = new DetectorOption();

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Your own words.")
    private String note = "";

    @Option(
            names = "--suppress",
            description = "With --give expected: leave these findings out, those to come too.")
    private boolean suppress;

    @Option(
            names = "--set",
            paramLabel = "THRESHOLD=N",
            description =
                    "With --give expected and one --detector: judge these agents and metrics with another"
                            + " threshold, sigma.k=4 for instance.")
    private Map<String, Double> thresholds = Map.of();

    @Option(
            names = "--preview",
            description = "With --give or --remove: say what would change, and change nothing.")
    private boolean preview;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    private final CommandContext context;

    VerdictsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        boolean gives = action != null && action.give != null;
        if (!gives && (suppress || !thresholds.isEmpty() || !note.isEmpty())) {
            throw new UsageException("--suppress, --set and --note need --give.");
        }
        if (preview && (action == null || action.restore != null)) {
            throw new UsageException("--preview needs --give or --remove.");
        }
        if (suppress && !thresholds.isEmpty() || thresholds.size() > 1) {
            throw new UsageException("Choose one of --suppress and a single --set.");
        }
        try (Workspace opened = context.openExisting(workspace)) {
            if (action == null) {
                list(opened);
            } else {
                act(opened, action);
            }
        }
        return ExitStatus.DONE;
    }

    private void list(Workspace opened) throws IOException {
        if (json) {
            JsonOutput.print(VerdictsDocument.json(opened.verdicts().all()), context);
        } else {
            VerdictsDocument.text(opened.verdicts().all()).forEach(context.out()::println);
        }
    }

    private void act(Workspace opened, Action wanted) throws IOException {
        if (wanted.give != null) {
            give(opened, wanted.give);
        } else if (wanted.remove != null) {
            remove(opened, wanted.remove);
        } else if (wanted.restore != null) {
            long id = wanted.restore;
            known(() -> opened.verdicts().restore(id));
            context.message("Verdict " + id + " holds again.");
        }
    }

    private void give(Workspace opened, Judgement judgement) throws IOException {
        FleetView view = view(opened);
        Diagnosis diagnosis = Asked.of(() -> view.diagnosis(50, context.job()));
        VerdictDraft draft =
                Asked.of(() ->
                        new VerdictDraft(judgement, note, pattern.pattern(diagnosis), effect()));
        if (preview) {
            show(Asked.of(() -> diagnosis.preview(draft, context.job())));
            return;
        }
        Verdict[] given = new Verdict[1];
        known(() -> given[0] = opened.verdicts().add(draft, view, context.job()));
        context.message(
                "Verdict "
                        + given[0].id()
                        + " covers "
                        + given[0].findings()
                        + " findings: "
                        + draft.pattern().text()
                        + ".");
    }

    private void remove(Workspace opened, long id) throws IOException {
        if (preview) {
            Diagnosis diagnosis = Asked.of(() -> view(opened).diagnosis(50, context.job()));
            show(Asked.of(() -> diagnosis.previewRemoval(id, context.job())));
            return;
        }
        known(() -> opened.verdicts().remove(id));
        context.message(
                "Verdict " + id + " was taken back; --restore " + id + " lets it hold again.");
    }

    private VerdictEffect effect() {
        if (suppress) {
            return VerdictEffect.SUPPRESS;
        }
        for (Map.Entry<String, Double> threshold : thresholds.entrySet()) {
            return new VerdictEffect.Retune(threshold.getKey(), threshold.getValue());
        }
        return VerdictEffect.NONE;
    }

    private FleetView view(Workspace opened) {
        return opened.view(Scope.ALL, detectors.settings(null, null), context.job());
    }

    private void show(VerdictPreview effect) throws IOException {
        if (json) {
            JsonOutput.print(VerdictsDocument.json(effect), context);
        } else {
            VerdictsDocument.text(effect).forEach(context.out()::println);
        }
    }

    /** Something to do about verdicts. */
    @FunctionalInterface
    private interface Change {
        void run() throws IOException;
    }

    private static void known(Change change) throws IOException {
        try {
            change.run();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }
}
