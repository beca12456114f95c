package org.fleetscope.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.fleetscope.ingest.Ingest;

/** SHA-256 of the files of an import, computed beside the writing of the store. */
final class ImportHashes {
    private static final int BUFFER = 1 << 20;

    private final FutureTask<Map<String, String>> task;

    private ImportHashes(FutureTask<Map<String, String>> task) {
        this.task = task;
    }

    static ImportHashes start(Bundle bundle) {
        FutureTask<Map<String, String>> task =
                new FutureTask<>(() -> {
                    Map<String, String> hashes = new LinkedHashMap<>();
                    for (var file : bundle.files()) {
                        hashes.put(file.path().toString(), sha256(file.path()));
                    }
                    return hashes;
                });
        Thread.ofPlatform().daemon().name("file-hashes").start(task);
        return new ImportHashes(task);
    }

    /** Hash of each file by its path, lower-case hexadecimal. */
    Map<String, String> await() throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException)
                    new InterruptedIOException("interrupted while hashing").initCause(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io
                    ? io
                    : new IOException("hashing failed", e);
        }
    }

    static String sha256(Path file) throws IOException {
        try (InputStream in = Ingest.bytes(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("this Java has no SHA-256", e);
        }
    }
}
