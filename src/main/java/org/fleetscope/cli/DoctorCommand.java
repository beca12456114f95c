package org.fleetscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Checks Java, memory, display, disk and store, and says what to do about each; status 3 when one fails.",
        footerHeading = "%nExamples:%n",
        footer = {"  fleetscope doctor", "  fleetscope doctor --workspace my-fleet --json"})
final class DoctorCommand implements Callable<Integer> {
    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "Workspace folder to look at, too.")
    private @Nullable Path workspace;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    private final CommandContext context;

    DoctorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        List<DoctorCheck> checks = new ArrayList<>();
        checks.addAll(new MachineChecks(context.services().environment()).all());
        checks.addAll(new StorageChecks(context).all(workspace));
        DoctorCheck.Status worst =
                checks.stream()
                        .map(DoctorCheck::status)
                        .max(Comparator.naturalOrder())
                        .orElse(DoctorCheck.Status.OK);
        if (json) {
            JsonOutput.print(document(checks, worst), context);
        } else {
            print(checks);
        }
        return worst == DoctorCheck.Status.FAIL ? ExitStatus.FAILED : ExitStatus.DONE;
    }

    private static ObjectNode document(List<DoctorCheck> checks, DoctorCheck.Status worst) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("status", worst.label());
        ArrayNode entries = document.putArray("checks");
        for (DoctorCheck check : checks) {
            entries.addObject()
                    .put("name", check.name())
                    .put("status", check.status().label())
                    .put("found", check.found())
                    .put("advice", check.advice());
        }
        return document;
    }

    private void print(List<DoctorCheck> checks) {
        context.job().clear();
        for (DoctorCheck check : checks) {
            context.out()
                    .printf("%-5s %-17s %s%n", check.status().label(), check.name(), check.found());
            if (!check.advice().isEmpty()) {
                context.out().printf("%-23s %s%n", "", check.advice());
            }
        }
    }
}
