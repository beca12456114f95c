package org.fleetscope.report;

/** The files the data came from, with their hashes, and the versions of the programs. */
final class ManifestSection implements HtmlSection {
    @Override
    public String id() {
        return "manifest";
    }

    @Override
    public String title() {
        return "Manifest";
    }

    @Override
    public void write(ReportModel model, Html out) {
        out.raw(
                        "<div class=\"card table\"><table><thead><tr><th>File</th><th>Format</th><th class=\"num\">Rows</th>")
                .raw("<th>SHA-256</th></tr></thead><tbody>\n");
        for (ReportModel.SourceFile file : model.files()) {
            out.raw("<tr>").element("td", "path", file.path()).element("td", "", file.format());
            out.element("td", "num", Numbers.count(file.rows()));
            out.raw("<td><code>")
                    .text(file.sha256().isEmpty() ? Numbers.MISSING : file.sha256())
                    .raw("</code></td></tr>\n");
        }
        out.raw("</tbody></table></div>\n<div class=\"card\"><dl>");
        for (ReportModel.Version version : model.versions()) {
            out.element("dt", "", version.name()).element("dd", "", version.version());
        }
        out.raw("</dl></div>\n");
    }
}
