package io.fluxalchemy.metamodel.everything;

import static io.fluxalchemy.mapping.load.Load.joined;
import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.metamodel.everything.Everything_.EVERYTHING;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.mapping.model.Attribute;
import io.fluxalchemy.mapping.model.BasicAttribute;
import io.fluxalchemy.mapping.model.EmbeddedAttribute;
import io.fluxalchemy.mapping.model.UnloadedException;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** One of everything goes to a database through its generated classes and comes back as it was. */
class EverythingIT {

    @Nested
    class OnPostgresql extends Journey {

        @RegisterExtension
        static final TestDatabase DATABASE = TestDatabase.postgresql();

        OnPostgresql() {
            super(DATABASE);
        }
    }

    @Nested
    class OnH2 extends Journey {

        @RegisterExtension
        static final TestDatabase DATABASE = TestDatabase.h2();

        OnH2() {
            super(DATABASE);
        }
    }

    abstract static class Journey {

        private static final Duration SOON = Duration.ofSeconds(60);

        private final TestDatabase database;

        Journey(TestDatabase database) {
            this.database = database;
        }

        @Test
        void everyAttributeComesBack() {
            AsyncEngine engine =
                    AsyncEngine.builder().url(database.url()).maxSize(2).build();
            try {
                travel(engine);
            } finally {
                engine.close().block(SOON);
            }
        }

        private static void travel(AsyncEngine engine) {
            AsyncSessionFactory sessions = AsyncSessionFactory.of(
                    engine, Everything.class, Owner.class, Part.class, Outer.Inner.class, Closed.class);
            await(engine.execute(sql("create schema lib")));
            await(sessions.createAll());
            Everything written = filled();
            Outer.Inner inner = new Outer.Inner();
            inner.boss = inner;
            written.inners.add(inner);
            await(sessions.transaction(s -> {
                s.addAll(List.of(written.getOwner(), written.twin, inner, written));
                return s.flush();
            }));
            Part part = new Part();
            part.id = new PartId(written.getId(), 1);
            part.quantity = 4;
            await(sessions.transaction(s -> s.get(EVERYTHING, written.getId(), selectin(EVERYTHING.parts))
                    .flatMap(found -> {
                        s.add(part);
                        found.part = part;
                        found.parts.add(part);
                        return s.flush();
                    })));

            Everything read = await(sessions.read(s -> s.one(select(EVERYTHING)
                    .where(EVERYTHING.id.eq(written.getId()))
                    .options(
                            joined(EVERYTHING.twin),
                            selectin(EVERYTHING.inners),
                            selectin(EVERYTHING.parts),
                            selectin(EVERYTHING.part)))));

            assertThat(read).isNotSameAs(written);
            for (Attribute<Everything> attribute : EVERYTHING.model().attributes()) {
                boolean value =
                        attribute instanceof BasicAttribute<?, ?> || attribute instanceof EmbeddedAttribute<?, ?>;
                if (value
                        && !attribute.name().equals("point")
                        && !attribute.name().equals("version")) {
                    assertThat(attribute.access().get(read))
                            .as(attribute.name())
                            .isEqualTo(attribute.access().get(written));
                }
            }
            assertThat(read.getVersion()).isGreaterThanOrEqualTo(written.getVersion());
            assertThat(List.of(read.point.x(), read.point.y(), read.point.worth()))
                    .containsExactly(1, 2, new Money(new BigDecimal("7.25")));
            assertThat(read.twin.getName()).isEqualTo("twin");
            assertThat(read.inners)
                    .singleElement()
                    .satisfies(i -> assertThat(i.boss.getId()).isEqualTo(i.getId()));
            assertThat(read.parts)
                    .singleElement()
                    .satisfies(p -> assertThat(p.quantity).isEqualTo(4));
            assertThat(read.part).isSameAs(read.parts.get(0));
            assertThat(read.getOwner().getId()).isEqualTo(written.getOwner().getId());
            assertThatThrownBy(() -> read.getOwner().getName()).isInstanceOf(UnloadedException.class);
        }

        private static Everything filled() {
            Everything e = new Everything();
            EverythingValues.fill(e);
            e.setOwner(new Owner(null, "owner"));
            e.twin = new Owner(null, "twin");
            return e;
        }

        private static <T> T await(Mono<T> work) {
            return work.block(SOON);
        }
    }
}
