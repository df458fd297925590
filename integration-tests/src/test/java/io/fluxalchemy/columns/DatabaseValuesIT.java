package io.fluxalchemy.columns;

import static io.fluxalchemy.columns.ColumnDatabases.await;
import static io.fluxalchemy.columns.goods.Product_.PRODUCT;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.columns.goods.Product;
import io.fluxalchemy.columns.goods.Shelf;
import io.fluxalchemy.mapping.flush.FlushRefusedException;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.testkit.database.DatabaseKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Defaults of the database and columns it computes: in the entity after the flush as they are in the row. */
class DatabaseValuesIT {

    @RegisterExtension
    static final ColumnDatabases DATABASES = new ColumnDatabases(Product.class);

    private static Product stored(DatabaseKind kind, Product product) {
        return await(DATABASES.sessions(kind).transaction(s -> s.persist(product)));
    }

    private static Product read(DatabaseKind kind, Long id) {
        return await(DATABASES.sessions(kind).read(s -> s.get(PRODUCT, id)));
    }

    private static void assertAsStored(DatabaseKind kind, Product product) {
        assertThat(product).usingRecursiveComparison().isEqualTo(read(kind, product.id));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void anInsertBringsThemBackItself(DatabaseKind kind) {
        DATABASES.sessions(kind);
        DATABASES.forget();
        Product product = stored(kind, new Product("pen", "2.50", 4));
        assertThat(DATABASES.statements()).hasSize(1);
        assertThat(product.created)
                .isBetween(
                        Instant.now().minus(Duration.ofHours(1)), Instant.now().plus(Duration.ofHours(1)));
        assertThat(product.status).isEqualTo("new");
        assertThat(product.total).isEqualTo(new BigDecimal("10.00"));
        assertThat(product.next).isEqualTo(5);
        assertThat(product.shelf).isEqualTo(new Shelf(null, "A1"));
        assertAsStored(kind, product);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void whatTheProgramSetsGoesBeforeTheDefaultAndNotBeforeWhatIsComputed(DatabaseKind kind) {
        Product given = new Product("pen", "1.00", 1);
        given.status = "old";
        given.created = Instant.EPOCH;
        given.total = new BigDecimal("99.00");
        given.next = 99;
        Product product = stored(kind, given);
        assertThat(product.status).isEqualTo("old");
        assertThat(product.created).isEqualTo(Instant.EPOCH);
        assertThat(product.total).isEqualTo(new BigDecimal("1.00"));
        assertThat(product.next).isEqualTo(2);
        assertAsStored(kind, product);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void anUpdateIsFollowedByOneQueryForWhatIsComputed(DatabaseKind kind) {
        AsyncSessionFactory sessions = DATABASES.sessions(kind);
        List<Product> products = IntStream.range(0, 100)
                .mapToObj(i -> new Product("many " + i, "1.00", i))
                .toList();
        await(sessions.transaction(s -> {
            s.addAll(products);
            return s.flush();
        }));
        DATABASES.forget();
        List<Product> updated = await(sessions.transaction(s -> s.all(
                        select(PRODUCT).where(PRODUCT.name.startsWith("many ")).orderBy(PRODUCT.id.asc()))
                .doOnNext(all -> all.forEach(product -> product.quantity += 1))));
        assertThat(DATABASES.statements()).as("query, update, query").hasSize(3);
        for (int i = 0; i < updated.size(); i++) {
            assertThat(updated.get(i).total).isEqualByComparingTo(BigDecimal.valueOf(i + 1));
            assertThat(updated.get(i).next).isEqualTo(i + 2);
        }
        assertAsStored(kind, updated.get(7));
        DATABASES.forget();
        await(sessions.transaction(s -> s.get(PRODUCT, updated.get(7).id)));
        assertThat(DATABASES.statements()).as("nothing changed").hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void theSessionKnowsWhatWasComputedAndGoesOn(DatabaseKind kind) {
        Long id = stored(kind, new Product("pen", "2.00", 1)).id;
        Product product = await(DATABASES
                .sessions(kind)
                .transaction(s -> s.get(PRODUCT, id)
                        .doOnNext(found -> found.quantity = 2)
                        .flatMap(found -> s.flush().thenReturn(found))
                        .doOnNext(found -> assertThat(found.total).isEqualTo(new BigDecimal("4.00")))
                        .doOnNext(found -> found.quantity = 3)));
        assertThat(product.total).isEqualTo(new BigDecimal("6.00"));
        assertThat(product.version).isEqualTo(2);
        assertAsStored(kind, product);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aComputedAttributeThatIsChangedIsRefused(DatabaseKind kind) {
        Long id = stored(kind, new Product("pen", "2.00", 1)).id;
        assertThatThrownBy(() -> await(DATABASES
                        .sessions(kind)
                        .transaction(s -> s.get(PRODUCT, id).doOnNext(found -> found.next = 7))))
                .isInstanceOf(FlushRefusedException.class)
                .hasMessageContaining("Product.next was changed, and the database computes its column");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void mergingLeavesWhatIsComputedToTheDatabase(DatabaseKind kind) {
        Product detached = stored(kind, new Product("pen", "2.00", 1));
        detached.quantity = 5;
        Product merged = await(DATABASES.sessions(kind).transaction(s -> s.merge(detached)));
        assertThat(merged.total).isEqualTo(new BigDecimal("10.00"));
        assertAsStored(kind, merged);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aRollbackTakesThemBack(DatabaseKind kind) {
        Product product = new Product("pen", "2.00", 1);
        assertThatThrownBy(() -> await(DATABASES
                        .sessions(kind)
                        .transaction(s -> s.persist(product)
                                .doOnNext(done -> assertThat(done.status).isEqualTo("new"))
                                .map(done -> {
                                    throw new IllegalStateException("no");
                                }))))
                .hasMessage("no");
        assertThat(product.status).isNull();
        assertThat(product.total).isNull();
        assertThat(product.created).isNull();
        assertThat(product.shelf).isNull();
        stored(kind, product);
        assertAsStored(kind, product);
    }
}
