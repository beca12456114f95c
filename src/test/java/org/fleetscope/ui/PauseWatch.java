package org.fleetscope.ui;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import org.fleetscope.Launcher;

/**
 * Runs the workbench and prints every pause of its UI thread of more than 50 ms, with where the
 * thread was; on exit the longest. Arguments: those of the workbench.
 */
public final class PauseWatch {
    private static final int LIMIT_MILLIS = 50;
    private static final int FRAMES = 14;

    private long longest;

    private PauseWatch() {}

    public static void main(String[] args) {
        PauseWatch watch = new PauseWatch();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() ->
                                System.out.println("longest pause " + watch.longest + " ms")));
        Thread thread = new Thread(watch::run, "pause-watch");
        thread.setDaemon(true);
        thread.start();
        Launcher.main(args);
    }

    private void run() {
        try {
            while (true) {
                Thread ui = uiThread();
                if (ui == null) {
                    TimeUnit.MILLISECONDS.sleep(LIMIT_MILLIS);
                } else {
                    beat(ui);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat(Thread ui) throws InterruptedException {
        CountDownLatch passed = new CountDownLatch(1);
        long start = System.nanoTime();
        Platform.runLater(passed::countDown);
        if (!passed.await(LIMIT_MILLIS, TimeUnit.MILLISECONDS)) {
            String where =
                    Arrays.stream(ui.getStackTrace())
                            .limit(FRAMES)
                            .map(StackTraceElement::toString)
                            .collect(Collectors.joining("\n    "));
            passed.await();
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            longest = Math.max(longest, millis);
            System.out.println("pause of " + millis + " ms at\n    " + where);
        }
        TimeUnit.MILLISECONDS.sleep(2);
    }

    private static @org.jspecify.annotations.Nullable Thread uiThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("JavaFX Application Thread"))
                .findFirst()
                .orElse(null);
    }
}
