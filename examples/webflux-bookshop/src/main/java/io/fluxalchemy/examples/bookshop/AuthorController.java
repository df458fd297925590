package io.fluxalchemy.examples.bookshop;

import static io.fluxalchemy.examples.bookshop.Author_.AUTHOR;
import static io.fluxalchemy.examples.bookshop.Book_.BOOK;
import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.sql.Sql.ifPresent;
import static io.fluxalchemy.sql.Sql.select;

import io.fluxalchemy.engine.Page;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.FluxAlchemyException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Authors with their books over HTTP. Every answer says in its query what it loads, so JSON finds nothing unloaded. */
@RestController
@RequestMapping("/authors")
class AuthorController {

    private final AsyncSessionFactory sessions;

    AuthorController(AsyncSessionFactory sessions) {
        this.sessions = sessions;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Author> create(@RequestBody Author author) {
        return sessions.transaction(s -> s.persist(author));
    }

    @GetMapping("/{id}")
    Mono<Author> get(@PathVariable long id) {
        return sessions.read(s -> s.get(AUTHOR, id, selectin(AUTHOR.books))).switchIfEmpty(notFound(id));
    }

    @GetMapping
    Mono<List<Author>> search(
            @RequestParam(required = false) String name,
            @RequestParam(required = false) String title,
            @RequestParam(required = false) BigDecimal maxPrice) {
        return sessions.read(s -> s.all(select(AUTHOR)
                .where(
                        AUTHOR.name.containsIf(name),
                        ifPresent(title, t -> AUTHOR.books.any(BOOK.title.contains(t))),
                        ifPresent(maxPrice, p -> AUTHOR.books.any(BOOK.price.le(p))))
                .options(selectin(AUTHOR.books))
                .orderBy(AUTHOR.name.asc(), AUTHOR.id.asc())));
    }

    @GetMapping("/page")
    Mono<Page<Author>> page(@RequestParam(required = false) String after, @RequestParam(defaultValue = "20") int size) {
        return sessions.read(s -> s.page(select(AUTHOR)
                .options(selectin(AUTHOR.books))
                .orderBy(AUTHOR.name.asc(), AUTHOR.id.asc())
                .after(after)
                .limit(size)));
    }

    @PutMapping("/{id}/name")
    Mono<Author> rename(@PathVariable long id, @RequestBody String name) {
        return sessions.transaction(
                        s -> s.get(AUTHOR, id, selectin(AUTHOR.books)).doOnNext(author -> author.setName(name)))
                .switchIfEmpty(notFound(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@PathVariable long id) {
        return sessions.transaction(
                        s -> s.get(AUTHOR, id, selectin(AUTHOR.books)).doOnNext(s::delete))
                .switchIfEmpty(notFound(id))
                .then();
    }

    /** A cursor or a value that came from the caller and cannot be used. */
    @ExceptionHandler({StatementException.class, ConversionException.class})
    ProblemDetail badRequest(FluxAlchemyException error) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, error.getMessage());
    }

    private static <T> Mono<T> notFound(long id) {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no author " + id));
    }
}
