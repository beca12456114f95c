/** The SQL screen: statements on the store, their results as table, chart, plan and file. */
@NullMarked
package org.fleetscope.ui.sql;

import org.jspecify.annotations.NullMarked;
