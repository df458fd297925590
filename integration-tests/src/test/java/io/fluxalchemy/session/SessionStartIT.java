package io.fluxalchemy.session;

import static io.fluxalchemy.session.library.Author_.AUTHOR;
import static io.fluxalchemy.session.library.Book_.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.session.library.Author;
import io.fluxalchemy.session.library.Biography;
import io.fluxalchemy.session.library.Book;
import io.fluxalchemy.session.library.Employee;
import io.fluxalchemy.session.library.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** What is wrong with the entities is told before anything is run; no database is needed to hear it. */
class SessionStartIT {

    private final AsyncEngine engine = AsyncEngine.create("r2dbc:postgresql://nobody@localhost:1/nowhere");

    @Test
    void classesAndTablesBothMakeAFactory() {
        AsyncSessionFactory sessions =
                AsyncSessionFactory.of(engine, Author.class, Book.class, Tag.class, Biography.class, Employee.class);
        assertThat(sessions.metaData().tables())
                .extracting(table -> table.tableName().name())
                .containsExactlyInAnyOrder("author", "book", "tag", "biography", "employee", "book_tag");
    }

    @Test
    void aClassWithoutAMetamodelIsToldHowToGetOne() throws IOException {
        Class<?> unprocessed = new WithoutMetamodel().define(Tag.class);
        assertThatThrownBy(() -> AsyncSessionFactory.of(engine, unprocessed))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("has no generated metamodel")
                .hasMessageContaining("add io.fluxalchemy:reactive-processor to the annotationProcessorPaths");
    }

    @Test
    void aClassThatIsNoEntityIsNamed() {
        assertThatThrownBy(() -> AsyncSessionFactory.of(engine, String.class))
                .isInstanceOf(MappingException.class)
                .hasMessage("java.lang.String is not mapped: annotate it with jakarta.persistence @Entity");
    }

    @Test
    void aTargetThatIsNoneOfTheEntitiesIsNamed() {
        assertThatThrownBy(() -> AsyncSessionFactory.of(engine, AUTHOR, BOOK))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Tag");
    }

    /** Defines a class again, as if the processor's files had not been made for it. */
    private static final class WithoutMetamodel extends ClassLoader {

        Class<?> define(Class<?> type) throws IOException {
            String file = type.getName().replace('.', '/') + ".class";
            try (InputStream bytes = type.getClassLoader().getResourceAsStream(file)) {
                byte[] code = bytes.readAllBytes();
                return defineClass(type.getName(), code, 0, code.length);
            }
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return null;
        }
    }
}
