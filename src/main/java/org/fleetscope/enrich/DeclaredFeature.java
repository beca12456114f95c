package org.fleetscope.enrich;

import java.util.List;
import org.fleetscope.model.Unit;

/** What every feature declares: its name, definition, range and inputs. */
abstract class DeclaredFeature implements Feature {
    private final String id;
    private final String formula;
    private final String range;
    private final List<String> inputs;

    DeclaredFeature(String id, String formula, String range, List<String> inputs) {
        this.id = id;
        this.formula = formula;
        this.range = range;
        this.inputs = List.copyOf(inputs);
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String formula() {
        return formula;
    }

    @Override
    public Unit unit() {
        return Unit.NONE;
    }

    @Override
    public final String range() {
        return range;
    }

    @Override
    public final List<String> inputs() {
        return inputs;
    }
}
