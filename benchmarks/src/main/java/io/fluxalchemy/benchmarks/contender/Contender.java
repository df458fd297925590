package io.fluxalchemy.benchmarks.contender;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One way of loading and storing the same rows. Every publisher is cold and loads into new objects each time; what writes is one
 * transaction. How an object is made is the contender's affair: {@link #book} and {@link #author} make it comparable, outside
 * of what is timed.
 *
 * @param <A> its authors
 * @param <B> its books
 */
public interface Contender<A, B> extends AutoCloseable {

    /** A book by its id. */
    Mono<B> find(long id);

    /** As {@link #find}, sharing statements with others who find at the same time, where the library can do that. */
    default Mono<B> findShared(long id) {
        return find(id);
    }

    /** Books by a range of ids, in their order. */
    Mono<List<B>> books(long first, long last);

    /** Every book, as it arrives where the library can do that. */
    Flux<B> allBooks();

    /** Authors by a range of ids, in their order, with their books in the order of their ids. */
    Mono<List<A>> authorsWithBooks(long first, long last);

    /** As {@link #authorsWithBooks}, with each book's tags in the order of their ids. */
    Mono<List<A>> authorsWithTags(long first, long last);

    /** Inserts books; their ids in the order of the books. */
    Mono<List<Long>> insert(List<BookData> books);

    /** Loads authors by a range of ids, gives each a name that ends in the suffix, and stores them, versions checked. */
    Mono<Void> rename(long first, long last, String suffix);

    /** Loads an author, gives it a name and a new version, inserts a book of the author: one transaction. The book's id. */
    Mono<Long> publish(long authorId, String name, BookData book);

    BookData book(B book);

    /** @param withTags whether the books' tags were loaded */
    AuthorData author(A author, boolean withTags);

    @Override
    void close();
}
