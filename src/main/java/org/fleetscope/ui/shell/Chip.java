package org.fleetscope.ui.shell;

import org.fleetscope.model.Scope;

/**
 * One narrowing of the scope, removable.
 *
 * @param icon name of the dimension's icon
 * @param text what people read: "Agent: vision-07", "Hosts: 12 chosen"
 * @param without the scope once it is removed
 */
record Chip(String icon, String text, Scope without) {}
