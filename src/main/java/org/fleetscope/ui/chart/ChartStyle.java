package org.fleetscope.ui.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableDoubleProperty;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.ColorConverter;
import javafx.css.converter.SizeConverter;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * The styleable properties of a {@link StyledChart}: one colour for each {@link ChartColor}, and
 * the envelope's opacity.
 */
final class ChartStyle {
    static final List<CssMetaData<? extends Styleable, ?>> CSS =
            new ArrayList<>(Region.getClassCssMetaData());

    private static final Map<ChartColor, CssMetaData<Region, Color>> COLORS =
            new EnumMap<>(ChartColor.class);
    private static final CssMetaData<Region, Number> OPACITY =
            new CssMetaData<>("-fs-chart-envelope-opacity", SizeConverter.getInstance(), 0.5) {
                @Override
                public boolean isSettable(Region chart) {
                    return true;
                }

                @Override
                public StyleableProperty<Number> getStyleableProperty(Region chart) {
                    return of(chart).opacity;
                }
            };

    static {
        for (ChartColor color : ChartColor.values()) {
            COLORS.put(color, meta(color));
        }
        CSS.addAll(COLORS.values());
        CSS.add(OPACITY);
    }

    private final Map<ChartColor, StyleableObjectProperty<Color>> colors =
            new EnumMap<>(ChartColor.class);
    private final StyleableDoubleProperty opacity;

    <T extends Region & StyledChart> ChartStyle(T chart, Runnable changed) {
        COLORS.forEach((color, meta) -> {
            StyleableObjectProperty<Color> property =
                    new SimpleStyleableObjectProperty<>(meta, chart, color.property(), Color.GRAY);
            property.subscribe(changed);
            colors.put(color, property);
        });
        opacity = new SimpleStyleableDoubleProperty(OPACITY, chart, OPACITY.getProperty(), 0.5);
        opacity.subscribe(changed);
    }

    private static ChartStyle of(Region chart) {
        if (chart instanceof StyledChart styled) {
            return styled.chartStyle();
        }
        throw new IllegalArgumentException("no chart: " + chart);
    }

    ChartPalette palette(Font text, Font title) {
        Map<ChartColor, Color> values = new EnumMap<>(ChartColor.class);
        colors.forEach((color, property) ->
                values.put(color, property.get() == null ? Color.GRAY : property.get()));
        return new ChartPalette(values, opacity.get(), text, title);
    }

    private static CssMetaData<Region, Color> meta(ChartColor color) {
        return new CssMetaData<>(color.property(), ColorConverter.getInstance(), Color.GRAY) {
            @Override
            public boolean isSettable(Region chart) {
                return true;
            }

            @Override
            public StyleableProperty<Color> getStyleableProperty(Region chart) {
                StyleableObjectProperty<Color> property = of(chart).colors.get(color);
                if (property == null) {
                    throw new IllegalStateException("colour without property: " + color);
                }
                return property;
            }
        };
    }
}
