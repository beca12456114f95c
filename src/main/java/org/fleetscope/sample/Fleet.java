package org.fleetscope.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** The agents and hosts of a synthetic fleet, and the lottery that hands out runs to agents. */
final class Fleet {
    private static final int AGENTS_PER_HOST = 5;
    private static final String[] REGIONS = {"eu-west-1", "eu-north-1", "us-east-2"};
    private static final String[] SITES = {"euw", "eun", "use"};
    private static final int[] CORES = {8, 16, 32};

    private final List<SampleHost> hosts;
    private final List<SampleAgent> agents;
    private final double[] cumulative;

    private Fleet(List<SampleHost> hosts, List<SampleAgent> agents) {
        this.hosts = List.copyOf(hosts);
        this.agents = List.copyOf(agents);
        cumulative = new double[agents.size()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += agents.get(i).rate();
            cumulative[i] = sum;
        }
    }

    static Fleet make(int size, SplittableRandom random) {
        List<SampleHost> hosts = new ArrayList<>();
        int hostCount = Math.max(1, (size + AGENTS_PER_HOST - 1) / AGENTS_PER_HOST);
        for (int i = 0; i < hostCount; i++) {
            int place = i % REGIONS.length;
            int cores = CORES[random.nextInt(CORES.length)];
            hosts.add(
                    new SampleHost(
                            SITES[place] + "-n" + (100 + i), REGIONS[place], cores, cores * 4096));
        }
        List<SampleAgent> agents = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            AgentType type = typeAt((i + 0.5) / size);
            // a stride that spreads the agents of one type over the hosts
            SampleHost host = hosts.get((int) ((long) i * 7 % hostCount));
            agents.add(
                    new SampleAgent(
                            uuid(random),
                            type,
                            host,
                            StrictMath.exp(0.35 * random.nextGaussian()),
                            StrictMath.exp(0.12 * random.nextGaussian()),
                            0.012 * random.nextGaussian(),
                            StrictMath.exp(0.10 * random.nextGaussian())));
        }
        return new Fleet(hosts, agents);
    }

    private static AgentType typeAt(double position) {
        double sum = 0;
        for (AgentType type : AgentType.ALL) {
            sum += type.share();
            if (position < sum) {
                return type;
            }
        }
        return AgentType.ALL.getLast();
    }

    /** A random UUID of version 4. */
    static UUID uuid(SplittableRandom random) {
        return new UUID(versioned(random.nextLong()), variant(random.nextLong()));
    }

    static long versioned(long high) {
        return (high & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
    }

    static long variant(long low) {
        return (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    }

    List<SampleHost> hosts() {
        return hosts;
    }

    List<SampleAgent> agents() {
        return agents;
    }

    /** Index of the agent that gets the next run. */
    int draw(SplittableRandom random) {
        int found =
                Arrays.binarySearch(
                        cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found, cumulative.length - 1);
    }
}
