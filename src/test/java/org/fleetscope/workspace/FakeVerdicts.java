package org.fleetscope.workspace;

import java.util.ArrayList;
import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Times;
import org.fleetscope.model.Verdict;
import org.fleetscope.model.VerdictDraft;
import org.jspecify.annotations.Nullable;

/** Verdicts in memory, given at 2026-03-04 by "ada". */
public final class FakeVerdicts implements Verdicts {
    private final List<Verdict> verdicts = new ArrayList<>();

    @Override
    public List<Verdict> all() {
        return List.copyOf(verdicts);
    }

    @Override
    public Verdict add(VerdictDraft draft, FleetView seen, JobContext job) {
        List<Verdict.Evidence> evidence =
                seen.findings(job).stream()
                        .filter(draft.pattern()::covers)
                        .map(Verdict.Evidence::of)
                        .toList();
        Verdict verdict =
                new Verdict(
                        verdicts.size() + 1L,
                        1_772_582_400_000_000L,
                        "ada",
                        draft,
                        evidence.size(),
                        "{}",
                        evidence,
                        Times.MISSING,
                        null);
        verdicts.add(verdict);
        return verdict;
    }

    @Override
    public void remove(long id) {
        change(id, true, 1_772_582_400_000_001L, "bob");
    }

    @Override
    public void restore(long id) {
        change(id, false, Times.MISSING, null);
    }

    private void change(long id, boolean holds, long at, @Nullable String by) {
        Verdict old =
                verdicts.stream()
                        .filter(verdict -> verdict.id() == id && verdict.holds() == holds)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no verdict " + id));
        verdicts.set(
                (int) id - 1,
                new Verdict(
                        id,
                        old.madeAt(),
                        old.madeBy(),
                        old.draft(),
                        old.findings(),
                        old.settings(),
                        old.evidence(),
                        at,
                        by));
    }
}
