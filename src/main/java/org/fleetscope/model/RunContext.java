package org.fleetscope.model;

/**
 * Names of the members of execution_context in which the original ids are kept when name-based
 * UUIDs stand for them.
 */
public final class RunContext {
    public static final String AGENT_NAME = "agent_name";
    public static final String TASK_NAME = "task_name";

    private RunContext() {}
}
