package io.fluxalchemy.examples.chinook;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.examples.chinook.data.Graph;
import io.fluxalchemy.examples.chinook.data.Script;
import io.fluxalchemy.examples.chinook.model.Album;
import io.fluxalchemy.examples.chinook.model.Employee;
import io.fluxalchemy.examples.chinook.model.Track;
import io.fluxalchemy.examples.chinook.report.Report;
import io.fluxalchemy.examples.chinook.report.Revenue;
import io.fluxalchemy.sql.Sql;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The job on one database: what is stored is what the script says, counted by plain SQL; what is loaded is what is stored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ChinookTest {

    private static final Map<String, Long> ROWS = Map.ofEntries(
            Map.entry("album", 347L),
            Map.entry("artist", 275L),
            Map.entry("customer", 59L),
            Map.entry("employee", 8L),
            Map.entry("genre", 25L),
            Map.entry("invoice", 412L),
            Map.entry("invoice_line", 2_240L),
            Map.entry("media_type", 5L),
            Map.entry("playlist", 18L),
            Map.entry("playlist_track", 8_715L),
            Map.entry("track", 3_503L));

    private final TestDatabase database;
    private final Progress progress = new Progress(new PrintStream(new ByteArrayOutputStream()));
    private AsyncEngine engine;
    private Report report;

    ChinookTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeAll
    void store() {
        engine = AsyncEngine.builder().url(database.url()).listener(progress).build();
        Library library = new Library(engine, progress);
        report = new Report(library.sessions());
        StepVerifier.create(library.create().then(Mono.defer(() -> library.store(Graph.of(Script.chinook())))))
                .verifyComplete();
    }

    @AfterAll
    void close() {
        StepVerifier.create(engine.close()).verifyComplete();
        database.close();
    }

    @Test
    void everyRowOfTheScriptIsStoredOnce() {
        ROWS.forEach((table, rows) -> assertThat(plain("select count(*) from " + table, Long.class))
                .as(table)
                .isEqualTo(rows));
        assertThat(ROWS.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(15_607);
    }

    @Test
    void storingTakesFewStatements() {
        long statements = progress.steps().stream()
                .filter(step -> step.name().startsWith("store"))
                .mapToLong(Progress.Step::statements)
                .sum();
        assertThat(statements).isLessThanOrEqualTo(mostStatements());
    }

    /** The most statements that storing everything may take. */
    abstract long mostStatements();

    @Test
    void invoicesAreWorthWhatTheyWere() {
        StepVerifier.create(report.totals())
                .assertNext(totals -> {
                    assertThat(totals.count()).isEqualTo(412);
                    assertThat(totals.worth()).isEqualByComparingTo("2328.60");
                })
                .verifyComplete();
    }

    @Test
    void revenueByGenreIsWhatPlainSqlSays() {
        BigDecimal rock = plain(
                "select sum(l.unit_price * l.quantity) from invoice_line l join track t on t.id = l.track_id"
                        + " join genre g on g.id = t.genre_id where g.name = 'Rock'",
                BigDecimal.class);
        StepVerifier.create(report.revenueByGenre(24))
                .assertNext(genres -> {
                    assertThat(genres.get(0).name()).isEqualTo("Rock");
                    assertThat(genres.get(0).amount()).isEqualByComparingTo(rock);
                    assertThat(genres.stream().map(Revenue::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                            .isEqualByComparingTo("2328.60");
                })
                .verifyComplete();
    }

    @Test
    void topArtistsAndCustomersAreInOrder() {
        StepVerifier.create(report.revenueByArtist(5))
                .assertNext(top -> assertThat(top)
                        .hasSize(5)
                        .first()
                        .isEqualTo(new Revenue("Iron Maiden", new BigDecimal("138.60"))))
                .verifyComplete();
        StepVerifier.create(report.revenueByCustomer(5))
                .assertNext(top -> assertThat(top)
                        .extracting(Revenue::name)
                        .startsWith("Helena Hol\u00fd", "Richard Cunningham", "Luis Rojas"))
                .verifyComplete();
    }

    @Test
    void theEmployeeTreeHasThreeLevels() {
        StepVerifier.create(report.employeeTree())
                .assertNext(bosses -> {
                    assertThat(bosses).extracting(Employee::getLastName).containsExactly("Adams");
                    List<Employee> managers = bosses.get(0).getReports();
                    assertThat(managers).extracting(Employee::getLastName).containsExactly("Edwards", "Mitchell");
                    assertThat(managers.stream()
                                    .mapToInt(m -> m.getReports().size())
                                    .sum())
                            .isEqualTo(5);
                })
                .verifyComplete();
    }

    @Test
    void aPlaylistKnowsTracksAlbumsAndArtistsInFourStatements() {
        StepVerifier.create(progress.step("playlist", report.playlist("Grunge")))
                .assertNext(playlists -> {
                    assertThat(playlists).hasSize(1);
                    assertThat(playlists.get(0).getTracks()).hasSize(15);
                    assertThat(playlists.get(0).getTracks())
                            .extracting(Track::getAlbum)
                            .extracting(Album::getArtist)
                            .extracting(a -> a.getName())
                            .contains("Nirvana", "Pearl Jam", "Soundgarden");
                })
                .verifyComplete();
        assertThat(last("playlist").statements()).isEqualTo(4);
    }

    @Test
    void everyAlbumWithItsTracksTakesTwoStatements() {
        StepVerifier.create(progress.step("albums", report.albumsWithTracks()))
                .assertNext(albums -> {
                    assertThat(albums).hasSize(347);
                    assertThat(albums.stream()
                                    .mapToInt(a -> a.getTracks().size())
                                    .sum())
                            .isEqualTo(3_503);
                })
                .verifyComplete();
        assertThat(last("albums").statements()).isEqualTo(2);
    }

    @Test
    void textSurvivesTheWayThereAndBack() {
        StepVerifier.create(engine.all(Sql.sql("select title from album where title like 'Ac%stico MTV%'")
                        .as(String.class)))
                .assertNext(titles -> assertThat(titles).contains("Ac\u00fastico MTV", "Ac\u00fastico MTV [Live]"))
                .verifyComplete();
    }

    @Test
    void theProgramPrintsItsReport() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        StepVerifier.create(Chinook.run(database.url(), new PrintStream(printed, true, StandardCharsets.UTF_8)))
                .verifyComplete();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("store artists, albums, tracks")
                .contains("412 invoices worth 2,328.60")
                .contains("Iron Maiden")
                .contains("347  albums with 3,503 tracks");
    }

    private Progress.Step last(String name) {
        return progress.steps().stream()
                .filter(step -> step.name().equals(name))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private <T> T plain(String sql, Class<T> type) {
        return engine.one(Sql.sql(sql).as(type)).block();
    }
}
