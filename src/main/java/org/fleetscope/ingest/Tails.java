package org.fleetscope.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.fleetscope.model.FollowNotice;
import org.fleetscope.model.FollowNotice.Kind;

/**
 * Follows files and folders that grow: hands over rows as they are finished, through renaming,
 * cutting and replacing of files. Files are told apart by what they are, not by their names, so
 * that one that is renamed is not read again, and one that is replaced is read to its end before
 * its successor. Used by one thread.
 */
public final class Tails implements Closeable {
    /** Gives the taker of a file's next rows. */
    public interface Sinks {
        /**
         * @param file where the rows stand
         * @param history whether the rows stood in the file when following began
         */
        RowSink of(Path file, Mapping mapping, boolean history);
    }

    private final TailFolders folders;
    private final TailWait wait;
    private final TailSettings settings;
    private final Sniffer sniffer = new Sniffer(Ingest.FORMATS);
    private final Consumer<FollowNotice> notices;
    private final List<TailMark> earlier;
    private final Map<String, Tail> tails = new LinkedHashMap<>();
    private final Set<Path> missing = new HashSet<>();
    private final Set<Path> unreadable = new HashSet<>();
    private final Set<String> rotatedBefore = new HashSet<>();
    private Map<Path, String> keysBefore = Map.of();
    private final LongSupplier clock;
    private boolean started;

    /**
     * @param roots files and folders; a file may come later
     * @param earlier what an earlier following has read, to go on from
     * @param notices told of what happens to the files, on the thread that uses this
     * @throws IOException when changes can't be watched
     */
    public Tails(
            List<Path> roots,
            TailSettings settings,
            Collection<TailMark> earlier,
            Consumer<FollowNotice> notices)
            throws IOException {
        this(roots, settings, earlier, notices, System::nanoTime);
    }

    /**
     * @param clock in nanoseconds, as {@link System#nanoTime()}
     */
    Tails(
            List<Path> roots,
            TailSettings settings,
            Collection<TailMark> earlier,
            Consumer<FollowNotice> notices,
            LongSupplier clock)
            throws IOException {
        this.clock = clock;
        this.folders = new TailFolders(roots);
        this.settings = settings;
        this.earlier = List.copyOf(earlier);
        this.notices = notices;
        this.wait = new TailWait();
    }

    /**
     * Waits until something may have changed, at most so long, and looks what did.
     *
     * @param most milliseconds
     */
    public void await(long most) throws IOException, InterruptedException {
        if (wait.await(most)) {
            look();
        }
    }

    /** Finds files that came, went or changed their names. */
    public void look() throws IOException {
        TailFolders.Found found = folders.find();
        for (Path folder : found.folders()) {
            wait.watch(folder);
        }
        resumeMoved(found);
        Set<String> present = new HashSet<>();
        for (Map.Entry<Path, String> file : found.files().entrySet()) {
            present.add(file.getValue());
        }
        for (Tail tail : tails.values()) {
            tail.isThere(present.contains(tail.key()));
        }
        findLost(found);
        for (Map.Entry<Path, String> file : found.files().entrySet()) {
            seen(file.getKey(), file.getValue());
        }
        remember(found);
        tellMissing(found);
        started = true;
    }

    /** A named file between two names is still the one before the next of its name. */
    private void remember(TailFolders.Found found) throws IOException {
        Map<Path, String> keys = new LinkedHashMap<>(found.files());
        for (Path root : found.missing()) {
            String before = keysBefore.get(root);
            if (before != null && tails.containsKey(before)) {
                keys.put(root, before);
            }
        }
        if (!started) {
            for (Path root : folders.roots()) {
                for (TailFolders.Rotated rotated : folders.rotated(root)) {
                    rotatedBefore.add(rotated.key());
                }
            }
        }
        keysBefore = keys;
    }

    /**
     * Files that had the name of a followed one for so short a time that nobody saw them there, and
     * have another by now: they come between the one before and the one of now.
     *
     * @return key of the file that comes just before the one of now
     */
    private String followBetween(Path path, String before, String now) throws IOException {
        String last = before;
        for (TailFolders.Rotated rotated : folders.rotated(path)) {
            if (!rotatedBefore.add(rotated.key())
                    || tails.containsKey(rotated.key())
                    || rotated.key().equals(now)) {
                continue;
            }
            TailedFile file = TailedFile.open(rotated.path(), settings, sniffer);
            if (file.key().equals(rotated.key())) {
                Tail tail = new Tail(file, 0, false, last, List::of, clock);
                tail.isThere(false);
                tails.put(file.key(), tail);
                last = file.key();
            } else {
                file.close();
            }
        }
        return last;
    }

    private void seen(Path path, String key) {
        Tail known = tails.get(key);
        if (known != null) {
            known.renamed(path);
            return;
        }
        String before = keysBefore.get(path);
        try {
            if (before != null && folders.isRoot(path)) {
                before = followBetween(path, before, key);
            }
            TailedFile file = TailedFile.open(path, settings, sniffer);
            if (!file.key().equals(key)) {
                file.close();
                return;
            }
            for (TailMark mark : earlier) {
                if (mark.key().equals(key) && file.resume(mark)) {
                    break;
                }
            }
            boolean named = folders.isRoot(path);
            rotatedBefore.add(key);
            long history = started ? 0 : file.size();
            tails.put(
                    key,
                    new Tail(
                            file,
                            history,
                            named,
                            before,
                            started && !named ? this::contents : List::of,
                            clock));
            if (before != null) {
                tell(
                        Kind.ROTATED,
                        path,
                        "was replaced by a new file; the old one is read to its end first");
            } else if (started) {
                tell(Kind.STARTED, path, "is followed from now on");
            }
            unreadable.remove(path);
        } catch (NoSuchFileException e) {
            unreadable.remove(path);
        } catch (IOException e) {
            if (unreadable.add(path)) {
                tell(Kind.FAILED, path, "can't be read: " + e.getMessage());
            }
        }
    }

    private List<TailMark> contents() {
        return tails.values().stream().flatMap(tail -> tail.contents().stream()).toList();
    }

    /** Files of earlier followings that have another name in their folder by now. */
    private void resumeMoved(TailFolders.Found found) throws IOException {
        if (started || earlier.isEmpty()) {
            return;
        }
        for (Path path : folders.siblings(found)) {
            for (TailMark mark : earlier) {
                if (!mark.key().equals(TailKeys.of(path)) || tails.containsKey(mark.key())) {
                    continue;
                }
                TailedFile file = TailedFile.open(path, settings, sniffer);
                if (file.resume(mark)) {
                    tails.put(
                            mark.key(), new Tail(file, file.size(), false, null, List::of, clock));
                } else {
                    file.close();
                }
            }
        }
    }

    /** Gives files that were renamed before they were recognised their new names. */
    private void findLost(TailFolders.Found found) throws IOException {
        if (tails.values().stream().noneMatch(Tail::isLost)) {
            return;
        }
        for (Path path : folders.siblings(found)) {
            Tail tail = tails.get(TailKeys.of(path));
            if (tail != null && tail.isLost()) {
                tail.renamed(path);
            }
        }
    }

    private void tellMissing(TailFolders.Found found) {
        for (Path root : found.missing()) {
            boolean leaving =
                    tails.values().stream()
                            .anyMatch(tail -> tail.path().equals(root) && !tail.isLongGone());
            if (!leaving && missing.add(root)) {
                tell(
                        Kind.VANISHED,
                        root,
                        "is not there. Following goes on when it comes back; if it was moved for"
                                + " good, stop and follow it at its new place");
            }
        }
        for (Path root : List.copyOf(missing)) {
            if (!found.missing().contains(root)) {
                missing.remove(root);
                tell(Kind.STARTED, root, "is there again and is followed");
            }
        }
    }

    private void tell(Kind kind, Path file, String what) {
        notices.accept(new FollowNotice(kind, file, file + " " + what));
    }

    /**
     * Hands over rows that were finished since, at most about a megabyte of each file.
     *
     * @return whether there were any; then there may be more at once
     */
    public boolean read(Sinks sinks) throws IOException {
        boolean any = false;
        Set<String> unfinished = new HashSet<>();
        for (Tail tail : List.copyOf(tails.values())) {
            if (tail.follows(unfinished)) {
                unfinished.add(tail.key());
                continue;
            }
            if (tail.read(sinks, notices)) {
                any = true;
                unfinished.add(tail.key());
                wait.grew();
            }
            if (tail.isDone()) {
                tails.remove(tail.key());
                tail.close();
            }
        }
        return any;
    }

    /** Files that are no rows of lines and have stopped growing, each time they did. */
    public List<Path> wholeFiles() throws IOException {
        List<Path> ready = new ArrayList<>();
        for (Tail tail : tails.values()) {
            if (tail.takeWhole()) {
                ready.add(tail.path());
            }
        }
        return ready;
    }

    /** Whether all that stood in the files when following began has been handed over. */
    public boolean isHistoryRead() throws IOException {
        for (Tail tail : tails.values()) {
            if (tail.hasHistory()) {
                return false;
            }
        }
        return true;
    }

    /** What was read of each file, to go on from after a restart. */
    public List<TailMark> marks() {
        List<TailMark> marks = new ArrayList<>();
        for (Tail tail : tails.values()) {
            tail.mark().ifPresent(marks::add);
        }
        return marks;
    }

    /** Files followed now. */
    public List<Path> files() {
        return tails.values().stream().filter(tail -> !tail.isGone()).map(Tail::path).toList();
    }

    /** Bytes that are there and not read, those of unfinished rows included. */
    public long behind() throws IOException {
        long bytes = 0;
        for (Tail tail : tails.values()) {
            bytes += tail.behind();
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        try (wait) {
            for (Tail tail : tails.values()) {
                tail.close();
            }
        }
    }
}
