/**
 * What all screens share: the open workspace, the scope with its history, the current view, jobs
 * and navigation.
 */
@NullMarked
package org.fleetscope.ui.session;

import org.jspecify.annotations.NullMarked;
