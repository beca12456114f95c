package org.fleetscope.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fleetscope.ingest.FileMappings;
import org.fleetscope.ingest.ForeignFile;
import org.fleetscope.ingest.HeldArchive;
import org.fleetscope.ingest.Ingest;
import org.fleetscope.ingest.MappingLibrary;
import org.fleetscope.ingest.SourceFile;
import org.fleetscope.ingest.UnrecognisedFileException;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.ReadOptions;
import org.jspecify.annotations.Nullable;

/** Looks at every file of a bundle for what it needs. */
final class BundleSurvey {
    static final String AS_IT_STANDS = "{\"name\":\"own names\",\"fields\":{}}";

    private final Ingest ingest;
    private final MappingLibrary library;

    BundleSurvey(Ingest ingest, MappingLibrary library) {
        this.ingest = ingest;
        this.library = library;
    }

    List<BundleFile> of(List<Path> paths, ReadOptions read, JobContext job) throws IOException {
        Set<Path> named = paths.stream().map(Path::toAbsolutePath).collect(Collectors.toSet());
        List<Path> all = Ingest.expand(paths, read);
        List<BundleFile> files = new ArrayList<>();
        try (HeldArchive archive = new HeldArchive()) {
            for (Path path : all) {
                job.checkCancelled();
                Path file = path.toAbsolutePath();
                archive.next(file);
                files.add(look(file, named.contains(file), read));
                job.progress(
                        new Progress("Looking at the files", files.size(), all.size(), "files", 0));
            }
        }
        return files;
    }

    private BundleFile look(Path file, boolean named, ReadOptions read) throws IOException {
        try {
            return found(ingest.sniff(file, read), named, read);
        } catch (UnrecognisedFileException e) {
            BundleFile encoded = named ? inAnotherEncoding(file, read) : null;
            return encoded == null ? noData(file, named, read, e) : encoded;
        } catch (IOException e) {
            return noData(file, named, read, e);
        }
    }

    private BundleFile found(SourceFile file, boolean named, ReadOptions read) throws IOException {
        if (!library.hasSaved() && FileMappings.isCommon(file)) {
            return known(file, named, read);
        }
        ForeignFile looked = ForeignFile.open(file);
        Optional<MappingLibrary.Found> found = looked.found(library);
        if (found.isEmpty() && looked.isEntities()) {
            return known(file, named, read);
        }
        return new BundleFile(
                file.path(),
                named,
                file.format(),
                EntityKind.KPI_REPORT,
                found.isPresent() ? BundleFile.State.MAPPED : BundleFile.State.FOREIGN,
                found.map(known -> known.mapping().name()).orElse(""),
                file.format()
                        + looked.columns().stream().map(ForeignFile.Column::name).sorted().toList(),
                found.map(known -> known.mapping().json())
                        .orElseGet(() -> looked.proposal(ForeignPreviews.name(file.path()))),
                read,
                "");
    }

    private static BundleFile known(SourceFile file, boolean named, ReadOptions read) {
        return new BundleFile(
                file.path(),
                named,
                file.format(),
                file.mainKind(),
                BundleFile.State.KNOWN,
                "",
                file.path().toString(),
                AS_IT_STANDS,
                read,
                "");
    }

    /** A table that can be read as soon as its encoding is chosen; null for anything else. */
    private @Nullable BundleFile inAnotherEncoding(Path file, ReadOptions read) {
        try {
            SourceFile table = ingest.look(file, read);
            ReadOptions encoded =
                    new ReadOptions(read.format(), table.charset(), read.limits(), read.precision())
                            .withCsv(read.csv());
            BundleFile found = found(ingest.sniff(file, encoded), true, encoded);
            // An import by itself would go by UTF-8, so that this needs a person in any case.
            return new BundleFile(
                    found.path(),
                    true,
                    found.format(),
                    found.kind(),
                    BundleFile.State.FOREIGN,
                    found.mapping(),
                    found.group(),
                    found.mappingJson(),
                    encoded,
                    "");
        } catch (IOException noTableEither) {
            return null;
        }
    }

    private static BundleFile noData(Path file, boolean named, ReadOptions read, IOException why) {
        return new BundleFile(
                file,
                named,
                "",
                EntityKind.KPI_REPORT,
                BundleFile.State.NO_DATA,
                "",
                file.toString(),
                AS_IT_STANDS,
                read,
                String.valueOf(why.getMessage()));
    }
}
