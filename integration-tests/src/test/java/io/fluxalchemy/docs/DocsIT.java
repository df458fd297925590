package io.fluxalchemy.docs;

import static io.fluxalchemy.docs.Customer_.CUSTOMER;
import static io.fluxalchemy.docs.Documents.DOCUMENTS;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.docs.Customer.Address;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** What docs show does what they say. */
class DocsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.h2();

    private static AsyncEngine engine;

    @BeforeAll
    static void open() {
        engine = AsyncEngine.create(DATABASE.url());
    }

    @AfterAll
    static void close() {
        await(engine.close());
    }

    private static <T> T await(Mono<T> work) {
        return work.block(PATIENCE);
    }

    @Test
    void aListOfRecordsIsADocumentOfAnEntity() {
        AsyncSessionFactory sessions = AsyncSessionFactory.of(engine, Customer.class);
        await(sessions.createAll());
        await(sessions.transaction(s -> s.persist(new Customer(new Address("Main", "York")))));
        assertThat(await(sessions.read(s -> s.one(select(CUSTOMER)))).getAddresses())
                .containsExactly(new Address("Main", "York"));
    }

    @Test
    void aListOfRecordsIsADocumentOfATable() {
        await(engine.createAll(MetaData.of(DOCUMENTS)));
        List<Address> addresses = List.of(new Address("Main", "York"));
        await(engine.execute(insertInto(DOCUMENTS).set(DOCUMENTS.id, 1L).set(DOCUMENTS.addresses, addresses)));
        assertThat(await(engine.one(select(DOCUMENTS.addresses).from(DOCUMENTS))))
                .isEqualTo(addresses);
    }

    @Test
    void subclassesAreFoundWithWhatIsAskedFor() {
        AsyncSessionFactory sessions = AsyncSessionFactory.of(engine, Employee.class, Manager.class);
        await(sessions.createAll());
        Manager boss = new Manager();
        boss.id = 1L;
        boss.budget = new BigDecimal("2000.00");
        Employee report = new Employee();
        report.id = 2L;
        report.boss = boss;
        await(sessions.transaction(s -> {
            s.addAll(List.of(boss, report));
            return s.flush();
        }));
        List<Employee> wealthy = await(sessions.read(s -> s.all(Staff.wealthy(1_000))));
        List<Employee> wealthier = await(sessions.read(s -> s.all(Staff.wealthy(2_000))));
        List<Manager> managers = await(sessions.read(s -> s.all(Staff.managers())));
        assertThat(wealthy)
                .singleElement()
                .isInstanceOfSatisfying(
                        Manager.class,
                        found -> assertThat(found.reports)
                                .extracting(reporter -> reporter.id)
                                .containsExactly(2L));
        assertThat(wealthier).isEmpty();
        assertThat(managers).hasSize(1);
    }

    @Test
    void aCodecOfYoursHasYourMapperAndGoesFirst() {
        LenientCodec codec = new LenientCodec();
        assertThat(codec.read("{\"street\": \"Main\", \"city\": \"York\", \"zip\": 1}", Address.class))
                .isEqualTo(new Address("Main", "York"));
        assertThat(codec.isShipped()).isFalse();
    }
}
