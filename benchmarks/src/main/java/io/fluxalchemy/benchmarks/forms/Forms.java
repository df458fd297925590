package io.fluxalchemy.benchmarks.forms;

import io.fluxalchemy.testkit.database.DatabaseKind;
import io.r2dbc.spi.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The forms of each kind of write on one database; the first of each list is what the others are compared with. */
final class Forms {

    private static final String VALUES = "(version, name, price) values ";
    private static final int NAME = 1;
    private static final int PRICE = 2;

    private Forms() {}

    static List<Form> inserts(DatabaseKind kind) {
        boolean isH2 = kind == DatabaseKind.H2;
        String before = isH2 ? "select id from final table (insert into item " : "insert into item ";
        String after = isH2 ? ")" : " returning id";
        return List.of(
                insert("row by row", 1, false, before, after),
                insert("Statement.add", 1, true, "insert into item ", ""),
                insert("values of 100", 100, false, before, after),
                insert("values of 1,000", 1_000, false, before, after));
    }

    private static Form insert(String title, int rows, boolean adds, String before, String after) {
        return new Form(
                title, rows, adds, "id", n -> before + VALUES + list(n, "(?, ?, ?)") + after, (statement, items) -> {
                    int at = 0;
                    for (Item item : items) {
                        statement
                                .bind(at++, item.version())
                                .bind(at++, item.name())
                                .bind(at++, item.price());
                    }
                });
    }

    static List<Form> updates(DatabaseKind kind) {
        String one = "update item set name = ?, price = ?, version = ? where id = ? and version = ?";
        Form.Binding single = (statement, items) -> {
            Item item = items.get(0);
            bind(statement, 0, item.name(), item.price(), item.version() + 1, item.id(), item.version());
        };
        return kind == DatabaseKind.H2
                ? List.of(
                        new Form("row by row", 1, false, null, n -> one, single),
                        new Form("Statement.add", 1, true, null, n -> one, single),
                        new Form("merge of 100", 100, false, null, Forms::merge, Forms::rows),
                        new Form("merge of 1,000", 1_000, false, null, Forms::merge, Forms::rows))
                : List.of(
                        new Form("row by row", 1, false, null, n -> one, single),
                        new Form("Statement.add", 1, true, null, n -> one, single),
                        new Form("case of 50", 50, false, null, Forms::choice, Forms::choices),
                        new Form("case of 100", 100, false, null, Forms::choice, Forms::choices),
                        new Form("case of 200", 200, false, null, Forms::choice, Forms::choices),
                        new Form("case of 1,000", 1_000, false, null, Forms::choice, Forms::choices),
                        new Form("join of 100", 100, false, null, Forms::join, Forms::rows),
                        new Form("join of 1,000", 1_000, false, null, Forms::join, Forms::rows));
    }

    private static String merge(int rows) {
        return "merge into item as t using (values " + list(rows, "(?, ?, ?, ?)") + ") as s (id, version, name, price)"
                + " on t.id = s.id and t.version = s.version"
                + " when matched then update set name = s.name, price = s.price, version = s.version + 1";
    }

    private static String join(int rows) {
        return "update item t join (select ? as id, ? as version, ? as name, ? as price"
                + " union all select ?, ?, ?, ?".repeat(rows - 1)
                + ") s on t.id = s.id and t.version = s.version"
                + " set t.name = s.name, t.price = s.price, t.version = s.version + 1";
    }

    private static void rows(Statement statement, List<Item> items) {
        int at = 0;
        for (Item item : items) {
            at = bind(statement, at, item.id(), item.version(), item.name(), item.price());
        }
    }

    private static String choice(int rows) {
        String each = " when id = ? and version = ? then ?".repeat(rows) + " end";
        return "update item set name = case" + each + ", price = case" + each + ", version = case" + each
                + " where (id, version) in (" + list(rows, "(?, ?)") + ")";
    }

    private static void choices(Statement statement, List<Item> items) {
        int at = 0;
        for (int column = NAME; column <= PRICE + 1; column++) {
            for (Item item : items) {
                Object value = column == NAME ? item.name() : column == PRICE ? item.price() : item.version() + 1;
                at = bind(statement, at, item.id(), item.version(), value);
            }
        }
        for (Item item : items) {
            at = bind(statement, at, item.id(), item.version());
        }
    }

    static List<Form> deletes() {
        return List.of(
                delete("row by row", 1, false),
                delete("Statement.add", 1, true),
                delete("list of 10", 10, false),
                delete("list of 100", 100, false),
                delete("list of 1,000", 1_000, false));
    }

    private static Form delete(String title, int rows, boolean adds) {
        return new Form(
                title,
                rows,
                adds,
                null,
                n -> "delete from item where (id, version) in (" + list(n, "(?, ?)") + ")",
                (statement, items) -> {
                    int at = 0;
                    for (Item item : items) {
                        at = bind(statement, at, item.id(), item.version());
                    }
                });
    }

    private static int bind(Statement statement, int first, Object... values) {
        for (int i = 0; i < values.length; i++) {
            statement.bind(first + i, values[i]);
        }
        return first + values.length;
    }

    private static String list(int rows, String row) {
        return IntStream.range(0, rows).mapToObj(any -> row).collect(Collectors.joining(", "));
    }
}
