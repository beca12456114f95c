/**
 * The aggregations screen: a pivot of the runs in scope, with a chart of what is selected in it.
 */
@NullMarked
package org.fleetscope.ui.aggregations;

import org.jspecify.annotations.NullMarked;
