package org.fleetscope.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a folder in the file manager of the person's system. */
final class FolderOpener {
    private static final Logger LOG = LoggerFactory.getLogger(FolderOpener.class);

    private FolderOpener() {}

    /**
     * What opens a folder on this system; empty when the system has nothing to do so.
     *
     * @param environment as {@link System#getenv()}
     * @param system name of the operating system, as the property {@code os.name}
     */
    static Optional<Consumer<Path>> of(Map<String, String> environment, String system) {
        String name = system.toLowerCase(Locale.ROOT);
        String command =
                name.contains("win") ? "explorer.exe" : name.contains("mac") ? "open" : "xdg-open";
        String separator = Pattern.quote(name.contains("win") ? ";" : ":");
        String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
        return Stream.of(path.split(separator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(command))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> folder -> open(program, folder));
    }

    private static void open(Path program, Path folder) {
        try {
            new ProcessBuilder(program.toString(), folder.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.warn("{} did not start, {} is not shown", program, folder, e);
        }
    }
}
