package org.fleetscope.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Tolerances on the command line. */
final class ToleranceConverter implements ITypeConverter<Tolerance> {
    @Override
    public Tolerance convert(String text) {
        try {
            return Tolerance.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
