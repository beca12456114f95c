package org.fleetscope.sample;

import org.fleetscope.model.Priority;
import org.fleetscope.model.Times;

/**
 * One simulated task with its result and report. Mutable and reused from run to run, since a
 * million of them are made a second or two.
 */
final class Run {
    SampleAgent agent;
    int agentIndex;
    long taskHigh;
    long taskLow;
    Priority priority = Priority.NORMAL;
    String layer = "layer3";
    double latencyMs;
    double accuracy;
    double cpu;
    double memoryMb;
    double gpu;
    long networkBytes;
    int tokensIn;
    int tokensOut;
    int retries;
    double queueMs;
    int diskOps;
    boolean success;
    long createdAt;
    long completedAt;
    long recordedAt;
    long deadline = Times.MISSING;

    Run(SampleAgent agent) {
        this.agent = agent;
    }
}
