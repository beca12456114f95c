package org.fleetscope;

/**
 * Entry point of the program. It must not extend {@code javafx.application.Application}: the JDK's
 * launcher refuses such a class when JavaFX is on the class path.
 */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] args) {
        System.out.println("Fleetscope " + version());
    }

    private static String version() {
        String version = Launcher.class.getPackage().getImplementationVersion();
        return version == null ? "(development build)" : version;
    }
}
