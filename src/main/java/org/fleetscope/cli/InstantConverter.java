package org.fleetscope.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times on the command line, as microseconds UTC. */
final class InstantConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        try {
            return Instants.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
