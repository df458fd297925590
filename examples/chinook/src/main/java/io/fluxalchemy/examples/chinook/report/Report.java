package io.fluxalchemy.examples.chinook.report;

import static io.fluxalchemy.examples.chinook.model.Album_.ALBUM;
import static io.fluxalchemy.examples.chinook.model.Artist_.ARTIST;
import static io.fluxalchemy.examples.chinook.model.Customer_.CUSTOMER;
import static io.fluxalchemy.examples.chinook.model.Employee_.EMPLOYEE;
import static io.fluxalchemy.examples.chinook.model.Genre_.GENRE;
import static io.fluxalchemy.examples.chinook.model.InvoiceLine_.INVOICE_LINE;
import static io.fluxalchemy.examples.chinook.model.Invoice_.INVOICE;
import static io.fluxalchemy.examples.chinook.model.Playlist_.PLAYLIST;
import static io.fluxalchemy.examples.chinook.model.Track_.TRACK;
import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sum;

import io.fluxalchemy.examples.chinook.model.Album;
import io.fluxalchemy.examples.chinook.model.Employee;
import io.fluxalchemy.examples.chinook.model.Playlist;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.sql.NumericAggregate;
import java.math.BigDecimal;
import java.util.List;
import reactor.core.publisher.Mono;

/** The questions the report answers, each as one typed query or one query with its loads. */
public final class Report {

    private final AsyncSessionFactory sessions;

    public Report(AsyncSessionFactory sessions) {
        this.sessions = sessions;
    }

    /** How many invoices there are and what they are worth together. */
    public Mono<Totals> totals() {
        return sessions.read(
                s -> s.one(select(count(INVOICE.id), sum(INVOICE.total)).into(Totals::new)));
    }

    /** What was sold of each genre, the most first. */
    public Mono<List<Revenue>> revenueByGenre(int top) {
        NumericAggregate<BigDecimal> revenue = sum(INVOICE_LINE.unitPrice.times(INVOICE_LINE.quantity));
        return sessions.read(s -> s.all(select(GENRE.name, revenue)
                .into(Revenue::new)
                .from(INVOICE_LINE)
                .join(INVOICE_LINE.track)
                .join(TRACK.genre)
                .groupBy(GENRE.name)
                .orderBy(revenue.desc(), GENRE.name.asc())
                .limit(top)));
    }

    /** What was sold of each artist, the most first. */
    public Mono<List<Revenue>> revenueByArtist(int top) {
        NumericAggregate<BigDecimal> revenue = sum(INVOICE_LINE.unitPrice.times(INVOICE_LINE.quantity));
        return sessions.read(s -> s.all(select(ARTIST.name, revenue)
                .into(Revenue::new)
                .from(INVOICE_LINE)
                .join(INVOICE_LINE.track)
                .join(TRACK.album)
                .join(ALBUM.artist)
                .groupBy(ARTIST.name)
                .orderBy(revenue.desc(), ARTIST.name.asc())
                .limit(top)));
    }

    /** What each customer spent, the most first. */
    public Mono<List<Revenue>> revenueByCustomer(int top) {
        NumericAggregate<BigDecimal> spent = sum(INVOICE.total);
        return sessions.read(s -> s.all(select(CUSTOMER.firstName.concat(" ").concat(CUSTOMER.lastName), spent)
                .into(Revenue::new)
                .from(INVOICE)
                .join(INVOICE.customer)
                .groupBy(CUSTOMER.id, CUSTOMER.firstName, CUSTOMER.lastName)
                .orderBy(spent.desc(), CUSTOMER.lastName.asc())
                .limit(top)));
    }

    /** The employees nobody leads, with three levels of reports below them. */
    public Mono<List<Employee>> employeeTree() {
        return sessions.read(s -> s.all(select(EMPLOYEE)
                .where(EMPLOYEE.boss.isNull())
                .options(selectin(EMPLOYEE.reports)
                        .then(selectin(EMPLOYEE.reports).then(selectin(EMPLOYEE.reports))))));
    }

    /** The playlists of this name, with tracks, their albums and their artists. */
    public Mono<List<Playlist>> playlist(String name) {
        return sessions.read(s -> s.all(select(PLAYLIST)
                .where(PLAYLIST.name.eq(name))
                .options(selectin(PLAYLIST.tracks).then(selectin(TRACK.album).then(selectin(ALBUM.artist))))
                .orderBy(PLAYLIST.id.asc())));
    }

    /** Every album with its tracks. */
    public Mono<List<Album>> albumsWithTracks() {
        return sessions.read(
                s -> s.all(select(ALBUM).options(selectin(ALBUM.tracks)).orderBy(ALBUM.title.asc(), ALBUM.id.asc())));
    }
}
