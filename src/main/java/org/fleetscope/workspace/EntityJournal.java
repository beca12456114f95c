package org.fleetscope.workspace;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How changes of an {@link EntityIndex} that are not on disk yet can be taken back. Thread-safe:
 * one thread changes the index, another tells what has landed.
 */
final class EntityJournal {
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private long forgotten;

    /** Notes how a change that was just made is taken back. */
    synchronized void note(Runnable back) {
        undo.addLast(back);
    }

    /** Where the journal stands, for {@link #forget}. */
    synchronized long mark() {
        return forgotten + undo.size();
    }

    /** Forgets the changes before a mark, which are on disk. */
    synchronized void forget(long mark) {
        while (forgotten < mark) {
            undo.removeFirst();
            forgotten++;
        }
    }

    /** Takes back what is not forgotten, the last change first. */
    synchronized void undo() {
        while (!undo.isEmpty()) {
            undo.removeLast().run();
        }
    }
}
