package io.fluxalchemy.examples.chinook.report;

import io.fluxalchemy.examples.chinook.Progress;
import io.fluxalchemy.examples.chinook.model.Album;
import io.fluxalchemy.examples.chinook.model.Employee;
import io.fluxalchemy.examples.chinook.model.Playlist;
import io.fluxalchemy.examples.chinook.model.Track;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the report's questions one after the other and prints the answers. */
public final class Printer {

    private static final int TOP = 5;

    private final Report report;
    private final Progress progress;
    private final PrintStream out;

    public Printer(Report report, Progress progress, PrintStream out) {
        this.report = report;
        this.progress = progress;
        this.out = out;
    }

    /** Prints the whole report. */
    public Mono<Void> print() {
        return Flux.concat(
                        progress.step("invoices", report.totals())
                                .doOnNext(t ->
                                        out.printf(Locale.ROOT, "%,22d invoices worth %,.2f%n", t.count(), t.worth())),
                        progress.step("revenue by genre", report.revenueByGenre(TOP))
                                .doOnNext(this::print),
                        progress.step("top artists", report.revenueByArtist(TOP))
                                .doOnNext(this::print),
                        progress.step("top customers", report.revenueByCustomer(TOP))
                                .doOnNext(this::print),
                        progress.step("employee tree", report.employeeTree())
                                .doOnNext(bosses -> bosses.forEach(boss -> print(boss, 0))),
                        progress.step("playlist Grunge", report.playlist("Grunge"))
                                .doOnNext(playlists -> playlists.forEach(this::print)),
                        progress.step("every album with its tracks", report.albumsWithTracks())
                                .doOnNext(this::printAlbums))
                .then();
    }

    private void print(List<Revenue> revenues) {
        revenues.forEach(r -> out.printf(Locale.ROOT, "%,22.2f  %s%n", r.amount(), r.name()));
    }

    private void print(Employee employee, int depth) {
        out.printf(
                Locale.ROOT,
                "%22s  %s%s %s, %s%n",
                "",
                "  ".repeat(depth),
                employee.getFirstName(),
                employee.getLastName(),
                employee.getTitle());
        if (depth < 3) {
            employee.getReports().forEach(report -> print(report, depth + 1));
        }
    }

    private void print(Playlist playlist) {
        out.printf(Locale.ROOT, "%22d  tracks, such as%n", playlist.getTracks().size());
        playlist.getTracks().stream().limit(TOP).forEach(this::print);
    }

    private void print(Track track) {
        out.printf(
                Locale.ROOT,
                "%22s  %s: %s (%s)%n",
                "",
                track.getAlbum().getArtist().getName(),
                track.getName(),
                track.getAlbum().getTitle());
    }

    private void printAlbums(List<Album> albums) {
        int tracks = albums.stream().mapToInt(a -> a.getTracks().size()).sum();
        out.printf(Locale.ROOT, "%,22d  albums with %,d tracks%n", albums.size(), tracks);
    }
}
