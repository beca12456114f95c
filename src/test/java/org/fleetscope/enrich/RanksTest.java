package org.fleetscope.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RanksTest {
    @Test
    void ranksOfAnyDistribution() {
        Random random = new Random(4);
        double[] skewed = random.doubles(3000).map(x -> Math.exp(40 * x)).toArray();
        double[] tied = random.ints(3000, 0, 5).asDoubleStream().toArray();
        double[] same = DoubleStream.generate(() -> 0.3).limit(50).toArray();
        for (double[] values : new double[][] {skewed, tied, same}) {
            Ranks ranks = new Ranks(values.clone());
            for (int i = 0; i < values.length; i += 7) {
                double value = values[i];
                long below = DoubleStream.of(values).filter(x -> x < value).count();
                long equal = DoubleStream.of(values).filter(x -> x == value).count();
                assertThat(ranks.below(value)).isEqualTo((int) below);
                assertThat(ranks.notAbove(value)).isEqualTo((int) (below + equal));
                assertThat(ranks.percentile(value))
                        .isEqualTo(100 * (below + 0.5 * equal) / values.length);
            }
        }
    }
}
