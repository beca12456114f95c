package org.fleetscope.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class GrowingQuantilesTest {
    private static final double[] P = {0, 0.25, 0.5, 0.95, 0.99, 1};

    @Test
    void withoutValuesThereIsNoQuantile() {
        assertThat(new GrowingQuantiles(new double[0]).of(0.5)).isNaN();
    }

    @Test
    void fiveValuesGiveTheQuantilesOfTheHand() {
        GrowingQuantiles values = new GrowingQuantiles(new double[] {30, 10});
        values.add(20);
        values.add(50);
        values.add(40);
        assertThat(values.of(0.5)).isEqualTo(30);
        // Type 7: position 0.95 · 4 = 3.8, between 40 and 50.
        assertThat(values.of(0.95)).isEqualTo(48);
        assertThat(values.of(0)).isEqualTo(10);
        assertThat(values.of(1)).isEqualTo(50);
    }

    @Test
    void theyAreThoseOfAllValuesSorted() {
        for (int first : new int[] {0, 1, 2, 7, 500}) {
            Random random = new Random(first);
            double[] all = new double[4000];
            Arrays.setAll(all, i -> random.nextInt(10) == 0 ? 5 : random.nextGaussian() * 100);
            GrowingQuantiles growing = new GrowingQuantiles(Arrays.copyOf(all, first));
            for (int n = first + 1; n <= all.length; n++) {
                growing.add(all[n - 1]);
                if (n < 40 || n % 97 == 0) {
                    double[] sorted = Arrays.copyOf(all, n);
                    Arrays.sort(sorted);
                    for (double p : P) {
                        assertThat(growing.of(p)).isEqualTo(Quantiles.ofSorted(sorted, 0, n, p));
                    }
                }
            }
            assertThat(growing.size()).isEqualTo(all.length);
        }
    }
}
