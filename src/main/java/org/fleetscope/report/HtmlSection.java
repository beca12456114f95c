package org.fleetscope.report;

/** A part of the HTML report. Stateless. */
interface HtmlSection {
    /** Anchor, lower-case letters. */
    String id();

    /** Heading. */
    String title();

    /** Writes what stands under the heading. */
    void write(ReportModel model, Html out);
}
