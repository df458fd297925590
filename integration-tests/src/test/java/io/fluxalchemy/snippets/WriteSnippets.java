package io.fluxalchemy.snippets;

import static io.fluxalchemy.snippets.Authors.AUTHORS;
import static io.fluxalchemy.snippets.Books.BOOKS;
import static io.fluxalchemy.sql.Sql.*;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Statements that write. */
final class WriteSnippets {

    record Person(String name, int born) {}

    private WriteSnippets() {}

    static List<Snippet> all() {
        List<Person> people = List.of(new Person("a", 1900), new Person("b", 1950));
        return List.of(
                Snippet.of(
                        "insert returning",
                        insertInto(AUTHORS)
                                .set(AUTHORS.name, "Le Guin")
                                .set(AUTHORS.active, true)
                                .set(AUTHORS.createdAt, Instant.EPOCH)
                                .returning(AUTHORS.id),
                        "insert into author (name, active, created_at) values ($1, $2, $3) returning id"),
                Snippet.of(
                        "many rows",
                        insertInto(AUTHORS)
                                .rows(people)
                                .set(AUTHORS.name, Person::name)
                                .set(AUTHORS.born, Person::born)
                                .set(AUTHORS.active, p -> true)
                                .set(AUTHORS.createdAt, p -> Instant.EPOCH)
                                .returning(AUTHORS.id),
                        "insert into author (name, born, active, created_at) values ($1, $2, $3, $4), ($5, $6, $7, "
                                + "$8) returning id"),
                Snippet.of(
                        "no row",
                        insertInto(AUTHORS)
                                .rows(List.<Person>of())
                                .set(AUTHORS.name, Person::name)
                                .set(AUTHORS.born, Person::born)
                                .returning(AUTHORS.id),
                        "insert into author (name, born) select $1::text, $2 where 1 = 0 returning id"),
                Snippet.of(
                        "upsert of no row",
                        insertInto(AUTHORS)
                                .rows(List.<Person>of())
                                .set(AUTHORS.name, Person::name)
                                .set(AUTHORS.email, Person::name)
                                .onConflict(AUTHORS.email)
                                .doUpdate(AUTHORS.name, excluded(AUTHORS.name)),
                        "insert into author (name, email) select $1::text, $2::text where 1 = 0 "
                                + "on conflict (email) do update set name = excluded.name"),
                Snippet.of(
                        "upsert",
                        insertInto(AUTHORS)
                                .set(AUTHORS.email, "a@b")
                                .set(AUTHORS.name, "x")
                                .set(AUTHORS.active, true)
                                .set(AUTHORS.createdAt, now())
                                .onConflict(AUTHORS.email)
                                .doUpdate(AUTHORS.name, excluded(AUTHORS.name).upper())
                                .where(AUTHORS.born.isNull()),
                        "insert into author (email, name, active, created_at) values ($1, $2, $3, now()) on "
                                + "conflict (email) do update set name = upper(excluded.name) where author.born is null"),
                Snippet.of(
                        "insert from select",
                        insertInto(AUTHORS)
                                .select(
                                        select(BOOKS.title, value(true), now()).from(BOOKS),
                                        AUTHORS.name,
                                        AUTHORS.active,
                                        AUTHORS.createdAt),
                        "insert into author (name, active, created_at) select book.title, $1, now() from book"),
                Snippet.of(
                        "update from",
                        update(BOOKS)
                                .set(BOOKS.price, BOOKS.price.times(new BigDecimal("1.1")))
                                .from(AUTHORS)
                                .where(BOOKS.authorId.eq(AUTHORS.id), AUTHORS.active),
                        "update book set price = book.price * $1 from author where book.author_id = author.id and "
                                + "author.active"),
                Snippet.of(
                        "update every row",
                        update(AUTHORS)
                                .set(AUTHORS.status, Authors.Status.KNOWN)
                                .setIf(AUTHORS.nick, null)
                                .setNull(AUTHORS.email)
                                .everyRow(),
                        "update author set status = $1, email = $2"),
                Snippet.of(
                        "delete using",
                        deleteFrom(BOOKS).using(AUTHORS).where(BOOKS.authorId.eq(AUTHORS.id), AUTHORS.active.not()),
                        "delete from book using author where book.author_id = author.id and not author.active"),
                Snippet.of(
                        "text command",
                        sql("update author set nick = :nick where id = :id and name <> ':x'")
                                .bind("nick", "n")
                                .bind("id", 1L),
                        "update author set nick = $1 where id = $2 and name <> ':x'"));
    }
}
