package io.fluxalchemy.mapping.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.mapping.library.Address;
import io.fluxalchemy.mapping.library.Author;
import io.fluxalchemy.mapping.library.Author_;
import io.fluxalchemy.mapping.library.Book;
import io.fluxalchemy.mapping.library.Book_;
import io.fluxalchemy.mapping.library.Employee;
import io.fluxalchemy.mapping.library.Employee_;
import io.fluxalchemy.mapping.library.Loan;
import io.fluxalchemy.mapping.library.LoanId;
import io.fluxalchemy.mapping.library.Loan_;
import io.fluxalchemy.sql.tree.TableRef;
import org.junit.jupiter.api.Test;

class EntityColumnsTest {

    private final EntityColumns<Author> author = Author_.AUTHOR.model().columns();
    private final EntityColumns<Book> book = Book_.BOOK.model().columns();
    private final EntityColumns<Loan> loan = Loan_.LOAN.model().columns();

    @Test
    void embeddablesAndForeignKeysStandFlatInDeclarationOrder() {
        assertThat(author.all()).extracting(EntityColumn::name).containsExactly("id", "name", "version", "city", "zip");
        assertThat(book.all()).extracting(EntityColumn::name).containsExactly("id", "title", "pages", "author_id");
        assertThat(author.all().get(3).path()).isEqualTo("address.city");
    }

    @Test
    void valuesComeFromFieldsEmbeddablesAndTheIdsOfReferredEntities() {
        Author leGuin = new Author("Le Guin");
        leGuin.id = 7L;
        leGuin.address = new Address("Portland", "97210");
        Book dispossessed = new Book("The Dispossessed");
        dispossessed.author = leGuin;

        assertThat(author.values(leGuin)).containsExactly(7L, "Le Guin", 0, "Portland", "97210");
        assertThat(book.values(dispossessed)).containsExactly(null, "The Dispossessed", null, 7L);
    }

    @Test
    void anAbsentEmbeddableIsNullInEveryColumn() {
        assertThat(author.values(new Author("x"))).containsExactly(null, "x", 0, null, null);
    }

    @Test
    void aReferenceGivesItsIdThoughItWasNotLoaded() {
        Book dispossessed = new Book("The Dispossessed");
        dispossessed.author = Author_.AUTHOR.model().reference().apply(9L);

        assertThat(book.values(dispossessed)).containsExactly(null, "The Dispossessed", null, 9L);
    }

    @Test
    void anIdIsUnsetWhileItIsNullOrZeroInAPrimitive() {
        assertThat(book.key(new Book("x"))).isNull();
        Employee employee = new Employee("x");
        assertThat(Employee_.EMPLOYEE.model().columns().key(employee)).isNull();
        employee.id = 3;
        assertThat(Employee_.EMPLOYEE.model().columns().key(employee)).isEqualTo(3L);
    }

    @Test
    void aCompositeIdFallsIntoItsColumnsAndComesBackFromThem() {
        Loan lent = new Loan(new LoanId(4, 2), "Ann");

        assertThat(loan.id()).extracting(EntityColumn::name).containsExactly("book", "no");
        assertThat(loan.keyParts(loan.key(lent))).containsExactly(4L, 2);
        assertThat(loan.keyOf(new Object[] {4L, 2})).isEqualTo(new LoanId(4, 2));
        assertThat(loan.keyPart(new LoanId(4, 2), "no")).isEqualTo(2);
    }

    @Test
    void aValueFromTheDatabaseIsWrittenIntoTheFieldOrTheEmbeddable() {
        Author leGuin = new Author("Le Guin");
        leGuin.address = new Address("Portland", "97210");

        author.write(leGuin, author.all().get(0), 7L);
        author.write(leGuin, author.all().get(4), "97211");

        assertThat(leGuin.id).isEqualTo(7);
        assertThat(leGuin.address).isEqualTo(new Address("Portland", "97211"));
    }

    @Test
    void aTableTellsQueriesWhichColumnsAreNeverNull() {
        TableRef table = Author_.AUTHOR.source().table();

        assertThat(table.isNullable("id")).isFalse();
        assertThat(table.isNullable("city")).isTrue();
        assertThat(table.isNullable("unknown")).isTrue();
    }
}
