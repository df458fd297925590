package io.fluxalchemy.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The drawing of the house: every room (a package below the root package) and the rooms it may import. A room that is not
 * drawn here is refused, so a new package is a decision and not an accident.
 */
final class House {

    static final String ROOT = "io.fluxalchemy";

    /** The pure rooms of the core: no Reactor, no R2DBC. */
    static final List<String> BELOW_ENGINE =
            List.of("error", "type", "sql.tree", "sql", "schema", "dialect", "compiler");

    /** Rooms of other modules that are as pure. */
    static final List<String> PURE_ELSEWHERE = List.of("mapping.annotation", "mapping.model", "mapping.state");

    /**
     * The only classes that may subscribe: the engine's acquire and clean-up operators and the turn (a whole package), and the operator
     * whose statements belong to several callers, so that no one caller's subscription can carry them.
     */
    static final Set<String> MAY_SUBSCRIBE = Set.of(
            "io.fluxalchemy.engine.turn.", "io.fluxalchemy.engine.pool.", "io.fluxalchemy.mapping.session.Gathering");

    private final String root;
    private final Map<String, Set<String>> arrows = new LinkedHashMap<>();

    private House(String root) {
        this.root = root;
    }

    static House ofFluxAlchemy() {
        House house = new House(ROOT);
        house.room("");
        house.room("error");
        house.room("type", "error");
        house.room("sql.tree", "type", "error");
        house.room("sql", "sql.tree", "type", "error");
        house.room("schema", "sql", "sql.tree", "type", "error");
        house.room("dialect", "schema", "sql", "sql.tree", "type", "error");
        house.room("compiler", "dialect", "schema", "sql", "sql.tree", "type", "error");
        house.room("result", "engine.driver", "sql", "sql.tree", "type", "error");
        house.room("engine.driver", BELOW_ENGINE);
        house.room("engine.turn", "error");
        house.room("engine.pool", BELOW_ENGINE, "engine.driver", "engine.turn");
        house.room("engine", BELOW_ENGINE, "engine.driver", "engine.turn", "engine.pool", "result");

        for (String database : List.of("postgresql", "h2", "sqlserver", "oracle")) {
            house.room("dialects." + database, BELOW_ENGINE);
            house.room("dialects." + database + ".driver", BELOW_ENGINE, "dialects." + database, "engine.driver");
        }
        // what two dialects write alike is a room of its own: there is no arrow between siblings
        house.room("dialects.mysqlfamily", BELOW_ENGINE);
        house.room("dialects.mysqlfamily.driver", BELOW_ENGINE, "engine.driver");
        for (String database : List.of("mariadb", "mysql")) {
            house.room("dialects." + database, BELOW_ENGINE, "dialects.mysqlfamily");
            house.room(
                    "dialects." + database + ".driver",
                    BELOW_ENGINE,
                    "dialects." + database,
                    "dialects.mysqlfamily.driver",
                    "engine.driver");
        }

        house.room("jackson", "type", "error");

        List<String> words = List.of("error", "type", "sql.tree", "sql", "schema");
        house.room("mapping.annotation");
        house.room("mapping.model", words, "mapping.annotation");
        house.room("mapping.state", words, "mapping.model");
        // plans and loads ask the dialect's contract for facts, such as how many values fit into one statement
        house.room("mapping.flush", words, "mapping.state", "mapping.model", "dialect", "engine");
        house.room("mapping.load", words, "mapping.state", "mapping.model", "dialect", "result", "engine");
        house.room(
                "mapping.session",
                words,
                "mapping.load",
                "mapping.flush",
                "mapping.state",
                "mapping.model",
                "mapping.annotation",
                "engine");

        house.room("processor.shape");
        house.room("processor.reading", "processor.shape");
        house.room("processor.writing", "processor.shape");
        house.room("processor", "processor.shape", "processor.reading", "processor.writing");

        house.room("testkit.database");
        house.room("testkit.golden", BELOW_ENGINE);
        house.room("testkit.engine", BELOW_ENGINE, "engine", "engine.driver", "testkit.database");
        house.room("testkit.faults", BELOW_ENGINE, "engine");
        house.room(
                "testkit.compliance", BELOW_ENGINE, "engine", "testkit.database", "testkit.engine", "testkit.golden");
        return house;
    }

    /** A house of two rooms for the self-test: "upper" may import "lower". */
    static House planted(String root) {
        House house = new House(root);
        house.room("lower");
        house.room("upper", "lower");
        return house;
    }

    /** The room of a package, or null for packages outside this house. */
    String roomOf(String packageName) {
        if (packageName.equals(root)) {
            return "";
        }
        return packageName.startsWith(root + ".") ? packageName.substring(root.length() + 1) : null;
    }

    boolean isDrawn(String room) {
        return arrows.containsKey(room);
    }

    boolean allows(String from, String to) {
        return from.equals(to)
                || to.isEmpty()
                || arrows.getOrDefault(from, Set.of()).contains(to);
    }

    private void room(String name, String... mayImport) {
        room(name, List.of(), mayImport);
    }

    private void room(String name, List<String> mayImport, String... more) {
        Set<String> all = new TreeSet<>(mayImport);
        all.addAll(List.of(more));
        arrows.put(name, all);
    }
}
