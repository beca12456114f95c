package org.fleetscope.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A file system of H2 over that of the machine, on which files can't grow any more at will. */
public final class FullDisk extends FilePathWrapper {
    static final String PREFIX = "fulldisk:";

    private static final AtomicLong LONGEST = new AtomicLong(Long.MAX_VALUE);

    static void register() {
        FilePath.register(new FullDisk());
    }

    /** From here on no file can become longer than that many bytes. */
    static void limit(long bytes) {
        LONGEST.set(bytes);
    }

    @Override
    public String getScheme() {
        return "fulldisk";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    private static final class Channel extends FileBase {
        private final FileChannel to;

        Channel(FileChannel to) {
            this.to = to;
        }

        private static void checkRoom(long end) throws IOException {
            if (end > LONGEST.get()) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            checkRoom(to.position() + from.remaining());
            return to.write(from);
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            checkRoom(position + from.remaining());
            return to.write(from, position);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return to.read(into);
        }

        @Override
        public synchronized int read(ByteBuffer into, long position) throws IOException {
            return to.read(into, position);
        }

        @Override
        public long position() throws IOException {
            return to.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            to.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return to.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            to.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            to.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return to.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            to.close();
        }
    }
}
