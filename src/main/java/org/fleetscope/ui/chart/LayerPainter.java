package org.fleetscope.ui.chart;

/** Paints one kind of layer. Stateless. */
interface LayerPainter<L extends ChartLayer> {
    void paint(L layer, Plot plot);

    /** Paints any layer with the painter of its kind. */
    static void paintAny(ChartLayer layer, Plot plot) {
        switch (layer) {
            case ChartLayer.Envelope envelope -> new EnvelopePainter().paint(envelope, plot);
            case ChartLayer.Band band -> new BandPainter().paint(band, plot);
            case ChartLayer.Bars bars -> new BarsPainter().paint(bars, plot);
            case ChartLayer.Line line -> new LinePainter().paint(line, plot);
            case ChartLayer.Markers markers -> new MarkersPainter().paint(markers, plot);
            case ChartLayer.Shade shade -> new ShadePainter().paint(shade, plot);
        }
    }
}
