package org.fleetscope.ui.follow;

import java.time.Duration;

/** Runs something later on the UI thread; behind an interface so that tests need no toolkit. */
@FunctionalInterface
public interface Delays {
    void after(Duration delay, Runnable then);
}
