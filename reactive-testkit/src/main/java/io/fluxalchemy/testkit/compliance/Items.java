package io.fluxalchemy.testkit.compliance;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;

/** What the suites write and read: a key the database makes, a foreign key, text and a number that may be null but not negative. */
final class Items extends Table<Items> {

    static final Items ITEMS = new Items(Name.of("suite_item"));

    final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
    final NumericColumn<Long> makerId = bigint("maker_id", references(() -> Makers.MAKERS.id));
    final TextColumn title = varchar("title", 200, notNull());
    final NumericColumn<Integer> price = integer("price", check("price >= 0"));

    private Items(Name name) {
        super(name, Items::new);
    }
}
