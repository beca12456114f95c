package org.fleetscope.report;

/** The exact scope and the settings used. */
final class SettingsSection implements HtmlSection {
    @Override
    public String id() {
        return "settings";
    }

    @Override
    public String title() {
        return "Settings";
    }

    @Override
    public void write(ReportModel model, Html out) {
        out.raw("<div class=\"card\"><dl>");
        out.element("dt", "", "Scope")
                .element("dd", "", ScopeText.of(model.scope(), model.agents()));
        for (ReportModel.Setting setting : model.settings()) {
            out.element("dt", "", setting.name()).element("dd", "", setting.value());
        }
        out.raw("</dl></div>\n");
    }
}
