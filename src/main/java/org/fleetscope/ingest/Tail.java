package org.fleetscope.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fleetscope.model.FollowNotice;
import org.fleetscope.model.FollowNotice.Kind;
import org.jspecify.annotations.Nullable;

/** A followed file and how far it is along its life. Used by one thread. */
final class Tail implements Closeable {
    /** A writer that has the old file open may write to it a little longer. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** A file that is written as a whole is complete when it has not grown for so long. */
    private static final long STILL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final TailedFile file;
    private final Supplier<List<TailMark>> originals;
    private final LongSupplier clock;
    private long historyEnd;
    private final boolean named;
    private final @Nullable String predecessor;
    private @Nullable TailMark cut;
    private boolean settled;
    private boolean whole;
    private boolean failed;
    private boolean gone;
    private boolean done;
    private String problem = "";
    private long quietSince;
    private long wholeSize = -1;
    private long takenSize = -1;

    /**
     * @param historyEnd bytes that stood in it when following began
     * @param named whether the person named it, so that what is wrong with it has to be told
     * @param predecessor key of the file that had its name before, whose rows come first
     * @param originals what was read of other files, of which this may be a copy
     * @param clock in nanoseconds
     */
    Tail(
            TailedFile file,
            long historyEnd,
            boolean named,
            @Nullable String predecessor,
            Supplier<List<TailMark>> originals,
            LongSupplier clock) {
        this.originals = originals;
        this.clock = clock;
        this.quietSince = clock.getAsLong();
        this.file = file;
        this.predecessor = predecessor;
        this.historyEnd = historyEnd;
        this.named = named;
    }

    String key() {
        return file.key();
    }

    boolean follows(Set<String> files) {
        return predecessor != null && files.contains(predecessor);
    }

    Path path() {
        return file.path();
    }

    void renamed(Path to) {
        file.renamed(to);
    }

    /** Tells whether the file still has a name among those followed. */
    void isThere(boolean there) {
        if (gone == there) {
            gone = !there;
            quietSince = clock.getAsLong();
        }
    }

    boolean isGone() {
        return gone;
    }

    /** Gone before it was known what it holds, for which its name is needed. */
    boolean isLost() {
        return gone && !whole && !failed && !file.isRecognised();
    }

    /** Gone for longer than a renaming takes. */
    boolean isLongGone() {
        return gone && isQuietFor(STILL_NANOS);
    }

    /** Gone and read to its end. */
    boolean isDone() {
        return done;
    }

    boolean hasHistory() throws IOException {
        return !failed
                && !whole
                && !done
                && file.seen() < Math.min(historyEnd, file.size())
                && file.hasMore();
    }

    long behind() throws IOException {
        return failed || whole ? 0 : file.behind();
    }

    /** What was read of it; nothing of a file that is not read by rows. */
    Optional<TailMark> mark() {
        return whole || failed || file.position() == 0
                ? Optional.empty()
                : Optional.of(file.mark());
    }

    /** What was read of it, also of what stood in it before it was cut. */
    List<TailMark> contents() {
        return Stream.of(mark(), Optional.ofNullable(cut)).flatMap(Optional::stream).toList();
    }

    /**
     * Whether it may be a copy of another file that is just being made, as by a rotation that
     * copies a file and cuts it. A copy that is whole goes on where the other one was read.
     */
    private boolean isBeingCopied() throws IOException {
        if (settled || file.position() > 0) {
            return false;
        }
        for (TailMark original : originals.get()) {
            if (file.resume(original)) {
                settled = true;
                return false;
            }
            if (file.beginsLike(original) && !isQuietFor(STILL_NANOS)) {
                return true;
            }
        }
        settled = file.size() > 0;
        return false;
    }

    /**
     * Hands over rows that were finished since.
     *
     * @return whether there were any
     */
    boolean read(Tails.Sinks sinks, Consumer<FollowNotice> notices) throws IOException {
        if (failed || whole) {
            done = gone;
            return false;
        }
        boolean came = false;
        try {
            if (isBeingCopied()) {
                return false;
            }
            TailMark before = file.mark();
            if (file.restartIfReplaced()) {
                cut = before;
                historyEnd = 0;
                tell(
                        Kind.TRUNCATED,
                        path()
                                + " was cut or written anew; it is read from its start, and rows that"
                                + " are known are skipped",
                        notices);
            }
            if (isRows(notices)) {
                came = file.read(sinks.of(path(), file.mapping(), file.seen() < historyEnd));
            }
        } catch (IOException e) {
            failed = true;
            tell(Kind.FAILED, String.valueOf(e.getMessage()), notices);
        }
        if (came) {
            quietSince = clock.getAsLong();
        } else if (gone && isQuietFor(GRACE_NANOS)) {
            done = true;
            came = file.finish(sinks.of(path(), file.mapping(), false));
        }
        return came;
    }

    private boolean isRows(Consumer<FollowNotice> notices) {
        try {
            TailedFile.Content content = file.content();
            whole = content == TailedFile.Content.WHOLE;
            if (whole && !file.format().isEmpty()) {
                tell(
                        Kind.STARTED,
                        path()
                                + " is "
                                + file.format()
                                + ", of which several lines may make one row, so it can't be"
                                + " followed row by row: it is imported as a whole each time it has"
                                + " not grown for a second. To see rows at once, have NDJSON or CSV"
                                + " in UTF-8 written",
                        notices);
            }
            if (content == TailedFile.Content.ROWS) {
                problem = "";
                return true;
            }
        } catch (IOException e) {
            // More of it may tell, so the person hears of it only when no more comes.
            problem = String.valueOf(e.getMessage());
            quietSince = clock.getAsLong();
        }
        if (named && !problem.isEmpty() && isQuietFor(STILL_NANOS)) {
            tell(Kind.FAILED, problem, notices);
            problem = "";
        }
        return false;
    }

    private void tell(Kind kind, String text, Consumer<FollowNotice> notices) {
        notices.accept(new FollowNotice(kind, path(), text));
    }

    /** Whether the file is whole, and was not taken at this size before. */
    boolean takeWhole() throws IOException {
        if (!whole || gone) {
            return false;
        }
        long size = file.size();
        if (size != wholeSize) {
            wholeSize = size;
            quietSince = clock.getAsLong();
        }
        if (size == takenSize || !isQuietFor(STILL_NANOS)) {
            return false;
        }
        takenSize = size;
        return true;
    }

    private boolean isQuietFor(long nanos) {
        return clock.getAsLong() - quietSince > nanos;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
