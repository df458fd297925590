package io.fluxalchemy.metamodel.snippets;

import static io.fluxalchemy.schema.ForeignKey.Action.*;
import static io.fluxalchemy.sql.Sql.*;

import io.fluxalchemy.engine.*;
import io.fluxalchemy.schema.*;
import io.fluxalchemy.schema.ForeignKey.Rules;
import io.fluxalchemy.schema.Generation.Sequence;
import io.fluxalchemy.sql.*;
import io.fluxalchemy.type.*;
import java.util.*;
import reactor.core.publisher.*;

/** Compiled by SnippetsTest: what tables say of their columns and keys, and what statements draw from sequences. */
class SchemaSnippets {

    static final Sequence ORDER_NO = Sequence.of("order_no").startAt(1000).incrementBy(10);

    enum State {
        OPEN,
        SHIPPED
    }

    static final class Customers extends Table<Customers> {
        static final Customers CUSTOMERS = new Customers(Name.of("shop", "customer"));
        final NumericColumn<Long> id = bigint("id", primaryKey(), identity().startAt(100).incrementBy(5).always());
        final TextColumn name = varchar("name", 80, notNull(), comment("as on the invoice"));
        final NumericColumn<Integer> no = integer("no", notNull(), unique(), check("no > 0"));
        final NumericColumn<Integer> twice = integer("twice", computed("no * 2"));

        private Customers(Name name) {
            super(name, Customers::new);
            index(Index.on(this.name).where("no > 7").named("late_customers"));
        }
    }

    static final class Orders extends Table<Orders> {
        static final Orders ORDERS = new Orders(Name.of("shop", "order"));
        final NumericColumn<Long> no = bigint("no", primaryKey(), sequence(ORDER_NO));
        final NumericColumn<Integer> part = integer("part", primaryKey());
        final ValueColumn<State> state = column("state", Types.namedEnum("order_state", State.class));
        final NumericColumn<Long> customer = bigint(
                "customer_id",
                references(() -> Customers.CUSTOMERS.id).onDelete(SET_NULL).onUpdate(CASCADE).deferrable());
        final NumericColumn<Long> copyOf = bigint("copy_of");
        final NumericColumn<Integer> copyPart = integer("copy_part");

        private Orders(Name name) {
            super(name, Orders::new);
            references(
                    List.of(copyOf, copyPart),
                    () -> List.of(no, part),
                    Rules.NONE.matchFull().onDelete(SET_DEFAULT).initiallyDeferred());
        }
    }

    static final Orders ORDERS = Orders.ORDERS;
    static final MetaData SHOP =
            MetaData.of(Customers.CUSTOMERS, ORDERS).with(Sequence.of("parcel_no")).named(NamingConvention.of().primaryKey("pk_{table}"));

    Mono<Void> create(AsyncEngine engine) {
        return engine.createAll(SHOP, SchemaMap.of("shop", "shop_7").andUnnamed("shop_7"));
    }

    Mono<Long> draw(AsyncConnection c) {
        return c.one(insertInto(ORDERS)
                .set(ORDERS.no, ORDER_NO.next().plus(1))
                .set(ORDERS.part, 1)
                .returning(ORDERS.no));
    }

    Mono<List<Long>> drawMany(AsyncConnection c) {
        return c.all(select(ORDER_NO.next()).from(ORDERS))
                .then(c.all(select(nextValue(io.fluxalchemy.sql.tree.TableName.of("legacy_seq")))));
    }

    Mono<List<Map<String, Object>>> asMaps(AsyncEngine engine) {
        return engine.all(select(ORDERS.no, ORDERS.state, count().as("n"))
                .groupBy(ORDERS.no, ORDERS.state)
                .map(SqlRow::asMap));
    }
}
