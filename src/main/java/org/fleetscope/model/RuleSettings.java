package org.fleetscope.model;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Limits and levels of rules that someone set; whatever is not in it keeps its default, or the
 * value of the settings {@linkplain #over over} which it is laid: those of a workspace, then those
 * of a mapping, then those given for one import. Immutable.
 *
 * @param limits values by limit, each within its range
 * @param levels levels by rule, each among those the rule allows
 */
public record RuleSettings(Map<RuleLimit, Double> limits, Map<Rule, RuleLevel> levels) {
    /** Nothing is set: all defaults. */
    public static final RuleSettings DEFAULTS = new RuleSettings(Map.of(), Map.of());

    public RuleSettings {
        limits.forEach((limit, value) -> {
            if (!limit.allows(value)) {
                throw new IllegalArgumentException(limit.id() + " can't be " + value);
            }
        });
        levels.forEach((rule, level) -> {
            if (!rule.allows(level)) {
                throw new IllegalArgumentException(rule.id() + " can't be set to " + level.word());
            }
        });
        limits = limits.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(limits));
        levels = levels.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(levels));
    }

    /** These settings, and those of the base where these say nothing. */
    public RuleSettings over(RuleSettings base) {
        Map<RuleLimit, Double> bothLimits = new EnumMap<>(RuleLimit.class);
        bothLimits.putAll(base.limits);
        bothLimits.putAll(limits);
        Map<Rule, RuleLevel> bothLevels = new EnumMap<>(Rule.class);
        bothLevels.putAll(base.levels);
        bothLevels.putAll(levels);
        return new RuleSettings(bothLimits, bothLevels);
    }

    /** Every limit and level by name, the defaults included. */
    public RuleSettings complete() {
        Map<RuleLimit, Double> allLimits = new EnumMap<>(RuleLimit.class);
        for (RuleLimit limit : RuleLimit.values()) {
            allLimits.put(limit, limit(limit));
        }
        Map<Rule, RuleLevel> allLevels = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            allLevels.put(rule, level(rule));
        }
        return new RuleSettings(allLimits, allLevels);
    }

    public RuleSettings with(RuleLimit limit, double value) {
        return new RuleSettings(Map.of(limit, value), Map.of()).over(this);
    }

    public RuleSettings with(Rule rule, RuleLevel level) {
        return new RuleSettings(Map.of(), Map.of(rule, level)).over(this);
    }

    public double limit(RuleLimit limit) {
        return limits.getOrDefault(limit, limit.standard());
    }

    public RuleLevel level(Rule rule) {
        return levels.getOrDefault(rule, rule.standard());
    }

    public boolean isOn(Rule rule) {
        return level(rule) != RuleLevel.OFF;
    }

    /**
     * Severity of a violation of a rule that is on.
     *
     * @throws IllegalStateException for a rule that is off
     */
    public RuleSeverity severity(Rule rule) {
        return switch (level(rule)) {
            case ERROR -> RuleSeverity.ERROR;
            case WARNING -> RuleSeverity.WARNING;
            case OFF -> throw new IllegalStateException(rule.id() + " is off");
        };
    }

    /**
     * The limits of the rules about one row.
     *
     * @param absent ids of the metrics that a mapping declares absent
     * @param optional ids of the metrics that some runs may lack
     */
    public RuleLimits rowLimits(Set<String> absent, Set<String> optional) {
        return new RuleLimits(
                limit(RuleLimit.MAX_LATENCY),
                limit(RuleLimit.MAX_MEMORY),
                seconds(RuleLimit.MAX_FUTURE),
                seconds(RuleLimit.MAX_AGE),
                (int) limit(RuleLimit.MAX_CUSTOM_KEY),
                limit(RuleLimit.MAX_CUSTOM_VALUE),
                absent,
                optional);
    }

    private Duration seconds(RuleLimit limit) {
        return Duration.ofMillis(Math.round(1000 * limit(limit)));
    }
}
