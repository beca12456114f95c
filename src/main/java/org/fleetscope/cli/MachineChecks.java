package org.fleetscope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at Java, memory and what a window needs, without opening one. */
final class MachineChecks {
    private static final int JAVA_NEEDED = 25;
    private static final long MEMORY_WANTED = 1500L << 20;
    private static final List<Path> LIBRARY_FOLDERS =
            List.of(
                    Path.of("/lib"),
                    Path.of("/usr/lib"),
                    Path.of("/usr/lib64"),
                    Path.of("/usr/lib/x86_64-linux-gnu"),
                    Path.of("/usr/lib/aarch64-linux-gnu"));

    private final Map<String, String> environment;
    private final boolean linux;

    MachineChecks(Map<String, String> environment) {
        this.environment = environment;
        linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    List<DoctorCheck> all() {
        return linux
                ? List.of(java(), memory(), display(), libraries(), fonts())
                : List.of(java(), memory());
    }

    private static DoctorCheck java() {
        String found = Runtime.version() + " in " + System.getProperty("java.home");
        return Runtime.version().feature() >= JAVA_NEEDED
                ? DoctorCheck.ok("java", found)
                : DoctorCheck.fail(
                        "java",
                        found,
                        "Install Java " + JAVA_NEEDED + " or newer and set JAVA_HOME to it.");
    }

    private static DoctorCheck memory() {
        long max = Runtime.getRuntime().maxMemory();
        String found =
                String.format(Locale.ROOT, "%.1f GB for the program", max / (double) (1L << 30));
        return max >= MEMORY_WANTED
                ? DoctorCheck.ok("memory", found)
                : DoctorCheck.warn(
                        "memory",
                        found,
                        "A million runs need 1.5 GB: start with FLEETSCOPE_OPTS=-Xmx4g if the machine has it.");
    }

    private DoctorCheck display() {
        for (String variable : List.of("DISPLAY", "WAYLAND_DISPLAY")) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isBlank()) {
                return DoctorCheck.ok("display", variable + "=" + value);
            }
        }
        return DoctorCheck.warn(
                "display",
                "neither DISPLAY nor WAYLAND_DISPLAY is set",
                "The commands work; for the workbench log in to a desktop, or use ssh -X.");
    }

    private static DoctorCheck libraries() {
        List<String> missing =
                Stream.of("libgtk-3.so.0", "libpangoft2-1.0.so.0")
                        .filter(library ->
                                LIBRARY_FOLDERS.stream()
                                        .noneMatch(folder -> Files.exists(folder.resolve(library))))
                        .toList();
        return missing.isEmpty()
                ? DoctorCheck.ok("libraries", "GTK 3 and Pango are there")
                : DoctorCheck.warn(
                        "libraries",
                        "not found: " + String.join(", ", missing),
                        "For the workbench install them, on Debian: apt install libgtk-3-0 libpangoft2-1.0-0.");
    }

    private DoctorCheck fonts() {
        Path home = Path.of(System.getProperty("user.home", "/"));
        for (Path folder :
                List.of(
                        Path.of("/usr/share/fonts"),
                        Path.of("/usr/local/share/fonts"),
                        home.resolve(".fonts"),
                        home.resolve(".local/share/fonts"))) {
            if (holdsFont(folder)) {
                return DoctorCheck.ok("fonts", "in " + folder);
            }
        }
        return DoctorCheck.warn(
                "fonts",
                "no font found",
                "For the workbench install one, on Debian: apt install fonts-dejavu-core.");
    }

    private static boolean holdsFont(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files =
                Files.find(folder, 6, (file, attributes) -> isFont(file.toString()))) {
            return files.findAny().isPresent();
        } catch (IOException | UncheckedIOException e) {
            // A folder that can't be read offers the workbench no fonts either.
            return false;
        }
    }

    private static boolean isFont(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".ttf") || name.endsWith(".otf") || name.endsWith(".ttc");
    }
}
