package org.fleetscope.ui.session;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.fleetscope.model.Scope;

/**
 * A value that can be in or out of a scope.
 *
 * @param dimension name of its dimension
 * @param label name of the value
 * @param runs runs in the workspace that have it
 * @param chosen whether a scope names it
 * @param toggled a scope with it turned round
 */
public record Choice(
        String dimension,
        String label,
        long runs,
        Predicate<Scope> chosen,
        UnaryOperator<Scope> toggled) {}
