package io.fluxalchemy.session;

import static io.fluxalchemy.mapping.load.Load.joined;
import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.session.copies.Copy_.COPY;
import static io.fluxalchemy.session.copies.Loan_.LOAN;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.session.copies.Copy;
import io.fluxalchemy.session.copies.CopyId;
import io.fluxalchemy.session.copies.Loan;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** Ids of two columns, in the identity map, in get and in every kind of load. */
class CompositeKeyIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void idsOfTwoColumnsAreReadAndLoadedThrough(DatabaseKind kind) {
        TestDatabase database = TestDatabase.of(kind);
        AsyncEngine engine = AsyncEngine.create(database.url());
        try {
            AsyncSessionFactory sessions = AsyncSessionFactory.of(engine, Copy.class, Loan.class);
            sessions.createAll().block(LONG);
            sessions.transaction(s -> {
                        IntStream.range(0, 300)
                                .forEach(i -> s.add(new Copy(new CopyId(i / 3, i % 3), "shelf " + i, "ada", "bob")));
                        return s.flush();
                    })
                    .block(LONG);

            sessions.read(s -> s.get(COPY, new CopyId(7, 2))
                            .flatMap(first -> s.get(COPY, new CopyId(7, 2))
                                    .doOnNext(again -> assertThat(again).isSameAs(first))))
                    .block(LONG);
            List<Copy> some = sessions.read(
                            s -> s.getAll(COPY, List.of(new CopyId(9, 1), new CopyId(0, 0), new CopyId(500, 0))))
                    .block(LONG);
            assertThat(some).extracting(Copy::getShelf).containsExactly("shelf 28", "shelf 0");

            List<Copy> copies = sessions.read(s -> s.all(select(COPY).options(selectin(COPY.loans))))
                    .block(LONG);
            assertThat(copies)
                    .hasSize(300)
                    .allSatisfy(copy -> assertThat(copy.getLoans())
                            .extracting(Loan::getBorrower)
                            .containsExactly("ada", "bob"));
            assertThat(copies.get(5).getLoans().get(0).getCopy()).isSameAs(copies.get(5));

            List<Loan> loans = sessions.read(s -> s.all(select(LOAN).options(selectin(LOAN.copy))))
                    .block(LONG);
            assertThat(loans)
                    .hasSize(600)
                    .allSatisfy(loan -> assertThat(loan.getCopy().getShelf()).startsWith("shelf "));
            Loan unloaded = sessions.read(s -> s.first(select(LOAN).orderBy(LOAN.id.asc())))
                    .block(LONG);
            assertThat(unloaded.getCopy().getId()).isEqualTo(new CopyId(0, 0));
            Mono<List<Copy>> joinedOnce = sessions.read(s -> s.all(select(COPY).options(joined(COPY.loans))));
            assertThat(joinedOnce.block(LONG))
                    .hasSize(300)
                    .allSatisfy(copy -> assertThat(copy.getLoans()).hasSize(2));
        } finally {
            engine.close().block(LONG);
            database.close();
        }
    }
}
