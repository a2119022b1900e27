package dev.temper.toolkit.magic.fit;

import dev.temper.kernel.magic.Options;
import dev.temper.kernel.magic.Session;
import dev.temper.toolkit.results.SweepResults;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.table.Relation;

/** Finds the table that a magic speaks of: a Tablesaw table, or a sweep, which is taken as its tidy table. */
final class Frames {
    private Frames() {}

    static Optional<Relation> find(Options options, Session session, List<String> faults) {
        if (!options.has("frame")) {
            faults.add("frame must be given: the variable that holds the table");
            return Optional.empty();
        }
        String name = options.text("frame");
        Optional<Object> value = session.lookup(name);
        Optional<Relation> table = value.flatMap(Frames::table);
        if (value.isEmpty()) {
            faults.add("frame must be a variable that holds a table, but there is no variable " + name);
        } else if (table.isEmpty()) {
            faults.add("frame must hold a Tablesaw table or a sweep, but " + name + " holds a "
                    + value.get().getClass().getSimpleName());
        }
        return table;
    }

    static Optional<Relation> table(Object value) {
        if (value instanceof SweepResults results) {
            return Optional.of(results.table());
        }
        return value instanceof Relation relation ? Optional.of(relation) : Optional.empty();
    }
}
