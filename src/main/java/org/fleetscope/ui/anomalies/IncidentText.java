package org.fleetscope.ui.anomalies;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fleetscope.model.Incident;
import org.fleetscope.model.Influencer;
import org.fleetscope.ui.support.MetricText;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.TimeText;

/** Incidents and what drives them in words. */
final class IncidentText {
    private static final int MOST_NAMES = 12;

    private IncidentText() {}

    /** "vision-03", "3 agents on node-17", "3 agents on 2 hosts", "The whole fleet". */
    static String subject(Incident incident, Function<UUID, String> names) {
        if (incident.isOfFleet()) {
            return "The whole fleet";
        }
        int agents = incident.agents().size();
        if (agents == 1) {
            return names.apply(incident.agents().getFirst());
        }
        String all = Numbers.count(agents) + " agents";
        return switch (incident.hosts().size()) {
            case 0 -> all;
            case 1 -> all + " on " + incident.hosts().getFirst();
            default -> all + " on " + Numbers.count(incident.hosts().size()) + " hosts";
        };
    }

    /** Names of its agents and hosts; of many the first and how many more there are. */
    static String members(Incident incident, Function<UUID, String> names) {
        if (incident.isOfFleet()) {
            return "Findings of the fleet as a whole";
        }
        String agents =
                named(
                        "agent",
                        incident.agents().stream().limit(MOST_NAMES).map(names).toList(),
                        incident.agents().size());
        if (incident.hosts().isEmpty()) {
            return agents;
        }
        return agents
                + " · "
                + named(
                        "host",
                        incident.hosts().stream().limit(MOST_NAMES).toList(),
                        incident.hosts().size());
    }

    private static String named(String one, List<String> first, int all) {
        String list = String.join(", ", first);
        String more =
                all > first.size() ? " and " + Numbers.count(all - first.size()) + " more" : "";
        return Numbers.count(all) + " " + one + (all == 1 ? ": " : "s: ") + list + more;
    }

    /** "2026-03-04 10:00:00 – 10 min 5 s"; a single time when it has no length. */
    static String span(Incident incident, TimeText times) {
        String start = times.seconds(incident.start());
        return incident.start() == incident.end()
                ? start
                : start + " · lasts " + TimeText.duration(incident.end() - incident.start());
    }

    static String metrics(Incident incident) {
        return incident.metrics().stream()
                .map(id -> MetricText.metric(id).label())
                .collect(Collectors.joining(", "));
    }

    /** "sigma alone", "sigma, robust and peer". */
    static String detectors(Incident incident) {
        List<String> ids = incident.detectors();
        return ids.size() == 1 ? ids.getFirst() + " alone" : joined(ids);
    }

    static String findings(Incident incident) {
        return Numbers.count(incident.findings())
                + (incident.findings() == 1 ? " finding" : " findings");
    }

    /** Which other detectors say the same as that of the worst finding. */
    static String agreement(List<String> agreeing) {
        return switch (agreeing.size()) {
            case 0 -> "No other detector says the same.";
            case 1 -> "Detector " + agreeing.getFirst() + " says the same.";
            default -> "Detectors " + joined(agreeing) + " say the same.";
        };
    }

    /** "Without node-17 this is 22, not 88. It has 4.0 % of the runs." */
    static String influence(Influencer influencer, Function<UUID, String> names) {
        String value =
                influencer.dimension().equals("agent")
                        ? names.apply(UUID.fromString(influencer.value()))
                        : influencer.value();
        boolean bare =
                influencer.dimension().equals("agent") || influencer.dimension().equals("host");
        return "Without "
                + (bare ? value : influencer.dimension() + " " + value)
                + " this is "
                + Numbers.fixed(influencer.without(), 0)
                + ", not "
                + Numbers.fixed(influencer.severity(), 0)
                + " ("
                + Numbers.percent(influencer.share())
                + " of the runs)";
    }

    private static String joined(List<String> ids) {
        return ids.size() == 1
                ? ids.getFirst()
                : String.join(", ", ids.subList(0, ids.size() - 1)) + " and " + ids.getLast();
    }
}
