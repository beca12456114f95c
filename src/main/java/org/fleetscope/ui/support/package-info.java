/**
 * Small pieces shared by the screens: formatted numbers and times, latest-wins requests, state
 * panes, badges.
 */
@NullMarked
package org.fleetscope.ui.support;

import org.jspecify.annotations.NullMarked;
