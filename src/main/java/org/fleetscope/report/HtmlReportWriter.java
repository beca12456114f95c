package org.fleetscope.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.fleetscope.job.JobContext;

/**
 * The report as one HTML file that needs nothing else: no network, no other file. Its content
 * security policy lets run the one script of ours, known by its hash, and nothing that data could
 * bring along.
 */
final class HtmlReportWriter implements ReportWriter {
    private static final List<HtmlSection> SECTIONS =
            List.of(
                    new SummarySection(),
                    new TimelineSection(),
                    new IncidentsSection(),
                    new FindingsSection(),
                    new AgentsSection(),
                    new QualitySection(),
                    new SettingsSection(),
                    new ManifestSection());

    @Override
    public String format() {
        return "html";
    }

    @Override
    public List<Path> write(ReportModel model, Path folder, JobContext job) throws IOException {
        String html = document(model);
        job.checkCancelled();
        Path part = folder.resolve("report.html.part");
        return List.of(
                ReportFiles.replace(
                        part,
                        folder.resolve("report.html"),
                        () -> Files.write(part, html.getBytes(StandardCharsets.UTF_8))));
    }

    static String document(ReportModel model) throws IOException {
        String script = resource("report.js");
        Html out = new Html();
        out.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
                .raw("style-src 'unsafe-inline'; script-src 'sha256-" + hash(script) + "'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .element("title", "", model.title())
                .raw("\n<style>\n" + resource("report.css") + "</style>\n</head>\n<body>\n");
        header(model, out);
        out.raw("<main>\n");
        for (HtmlSection section : SECTIONS) {
            out.raw("<section id=\"" + section.id() + "\">\n")
                    .element("h2", "", section.title())
                    .raw("\n");
            section.write(model, out);
            out.raw("</section>\n");
        }
        out.raw("</main>\n<footer>")
                .text("Made by Fleetscope. All times are UTC.")
                .raw("</footer>\n");
        out.raw("<script>" + script + "</script>\n</body>\n</html>\n");
        return out.toString();
    }

    private static void header(ReportModel model, Html out) {
        out.raw("<header>\n<div class=\"head\">").element("h1", "", model.title());
        out.raw("<p class=\"scope\">")
                .text(ScopeText.of(model.scope(), model.agents()))
                .raw("</p>");
        out.raw("<p class=\"made\">")
                .text("Made " + TimeText.minutes(model.createdAt()) + " UTC")
                .raw("</p></div>\n<nav>");
        for (HtmlSection section : SECTIONS) {
            out.raw("<a href=\"#" + section.id() + "\">").text(section.title()).raw("</a>");
        }
        out.raw("</nav>\n</header>\n");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReportWriter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(
                        "the program's own file " + name + " is missing: install it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String hash(String script) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
