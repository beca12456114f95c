package org.fleetscope.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of an import and their ids, 1 and up in the order of the header. Not thread-safe. */
final class ImportFiles {
    private final List<ImportHeader.SourceFile> files = new ArrayList<>();
    private final Map<String, Integer> ids = new LinkedHashMap<>();

    ImportFiles(List<ImportHeader.SourceFile> announced) {
        announced.forEach(this::add);
    }

    private int add(ImportHeader.SourceFile file) {
        files.add(file);
        ids.put(file.path(), files.size());
        return files.size();
    }

    /** The id of the file that a batch names, by its path as given or made absolute. */
    int idOf(String name) {
        Integer id = ids.get(name);
        if (id == null) {
            String absolute = absolutePath(name);
            id = ids.get(absolute);
            if (id == null) {
                id = add(new ImportHeader.SourceFile(absolute, "", 0));
            }
            ids.put(name, id);
        }
        return id;
    }

    String pathOf(String name) {
        return files.get(idOf(name) - 1).path();
    }

    /** Absolute path of a file, be it of this import or of an earlier one. */
    String absolute(String name) {
        Integer id = ids.get(name);
        return id == null ? absolutePath(name) : files.get(id - 1).path();
    }

    static String absolutePath(String name) {
        return Path.of(name).toAbsolutePath().normalize().toString();
    }

    /** The files; the id of each is its position + 1. */
    List<ImportHeader.SourceFile> all() {
        return List.copyOf(files);
    }
}
