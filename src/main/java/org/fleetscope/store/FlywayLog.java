package org.fleetscope.store;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.jspecify.annotations.Nullable;

/** Lets Flyway's warnings and errors through; its notes on each start are for debugging. */
public final class FlywayLog implements Log, LogCreator {
    private static final System.Logger LOG = System.getLogger(FlywayLog.class.getName());

    @Override
    public Log createLogger(Class<?> owner) {
        return this;
    }

    @Override
    public void debug(String message) {
        LOG.log(System.Logger.Level.DEBUG, message);
    }

    @Override
    public void info(String message) {
        LOG.log(System.Logger.Level.DEBUG, message);
    }

    @Override
    public void warn(String message) {
        LOG.log(System.Logger.Level.WARNING, message);
    }

    @Override
    public void error(String message) {
        LOG.log(System.Logger.Level.ERROR, message);
    }

    @Override
    public void error(String message, @Nullable Exception e) {
        LOG.log(System.Logger.Level.ERROR, message, e);
    }

    @Override
    public void notice(String message) {
        LOG.log(System.Logger.Level.DEBUG, message);
    }
}
