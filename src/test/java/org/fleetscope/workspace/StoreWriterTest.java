package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fleetscope.store.H2Store;
import org.fleetscope.store.ImportHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreWriterTest {
    private static final ImportHeader HEADER = new ImportHeader(0, List.of(), "{}");

    @TempDir Path folder;

    @Test
    void theImportIsWaitedForUntilItIsOpen() throws IOException {
        CountDownLatch mayOpen = new CountDownLatch(1);
        try (H2Store store = H2Store.open(folder);
                StoreWriter writer =
                        new StoreWriter(() -> {
                            await(mayOpen);
                            return store.begin(HEADER);
                        })) {
            Thread.ofVirtual().start(mayOpen::countDown);

            assertThat(writer.drain().importId()).isEqualTo(1);
        }
    }

    @Test
    void whyTheImportWasRefusedIsThrown() throws IOException {
        try (StoreWriter writer =
                new StoreWriter(() -> {
                    throw new IOException("the disk is full");
                })) {
            assertThatThrownBy(writer::drain).hasMessage("the disk is full");
        }
    }

    @Test
    void closingWaitsForTheWriteInHandAndLeavesNoTrace() throws IOException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (H2Store store = H2Store.open(folder)) {
            try (StoreWriter writer = new StoreWriter(() -> store.begin(HEADER))) {
                writer.submit(
                        0,
                        staged -> {
                            begun.countDown();
                            await(mayEnd);
                            staged.quarantine(List.of());
                            ended.set(true);
                        });
                writer.release();
                await(begun);
                Thread.ofVirtual().start(mayEnd::countDown);
            }
            assertThat(ended).isTrue();
            assertThat(store.info().imports()).isEmpty();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
