package org.fleetscope.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fleetscope.quality.DuplicateIndex.Verdict;
import org.junit.jupiter.api.Test;

class DuplicateIndexTest {
    private final DuplicateIndex index = new DuplicateIndex(1);

    @Test
    void firstRowOfAKeyIsNew() {
        assertThat(index.admit(10, 1, 2, 99)).isEqualTo(Verdict.NEW);
        assertThat(index.retracted()).isEmpty();
    }

    @Test
    void rowThatSaysTheSameIsIdentical() {
        index.admit(10, 1, 2, 99);

        assertThat(index.admit(10, 1, 2, 99)).isEqualTo(Verdict.IDENTICAL);
        assertThat(index.retracted()).isEmpty();
    }

    @Test
    void keyIsTimeAndBothHalvesOfTheTask() {
        index.admit(10, 1, 2, 99);

        assertThat(index.admit(11, 1, 2, 98)).isEqualTo(Verdict.NEW);
        assertThat(index.admit(10, 3, 2, 98)).isEqualTo(Verdict.NEW);
        assertThat(index.admit(10, 1, 4, 98)).isEqualTo(Verdict.NEW);
    }

    @Test
    void contradictionWithinAnImportTakesBothRowsOut() {
        index.admit(10, 1, 2, 99);

        assertThat(index.admit(10, 1, 2, 77)).isEqualTo(Verdict.CONTRADICTS);
        assertThat(index.retracted()).containsExactly(new long[] {10, 1, 2});
    }

    @Test
    void onceContestedEveryFurtherRowOfTheKeyContradicts() {
        index.admit(10, 1, 2, 99);
        index.admit(10, 1, 2, 77);

        assertThat(index.admit(10, 1, 2, 99)).isEqualTo(Verdict.CONTRADICTS);
        assertThat(index.retracted()).hasSize(1);
    }

    @Test
    void storedRowStaysWhenANewOneContradictsIt() {
        index.stored(10, 1, 2, 99);

        assertThat(index.admit(10, 1, 2, 77)).isEqualTo(Verdict.CONTRADICTS);
        assertThat(index.admit(10, 1, 2, 99)).isEqualTo(Verdict.IDENTICAL);
        assertThat(index.retracted()).isEmpty();
    }

    @Test
    void agreesWithAMapOverManyKeys() {
        Random random = new Random(7);
        Map<List<Long>, Long> seen = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            long time = random.nextInt(40);
            long high = random.nextInt(40) - 20L;
            long low = random.nextInt(40) - 20L;
            long hash = time * 31 + high;
            Verdict expected =
                    seen.put(List.of(time, high, low), hash) == null
                            ? Verdict.NEW
                            : Verdict.IDENTICAL;
            assertThat(index.admit(time, high, low, hash)).isEqualTo(expected);
        }
    }
}
