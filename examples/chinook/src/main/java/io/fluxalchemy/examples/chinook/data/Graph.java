package io.fluxalchemy.examples.chinook.data;

import io.fluxalchemy.examples.chinook.model.Address;
import io.fluxalchemy.examples.chinook.model.Album;
import io.fluxalchemy.examples.chinook.model.Artist;
import io.fluxalchemy.examples.chinook.model.Contact;
import io.fluxalchemy.examples.chinook.model.Customer;
import io.fluxalchemy.examples.chinook.model.Employee;
import io.fluxalchemy.examples.chinook.model.Genre;
import io.fluxalchemy.examples.chinook.model.Invoice;
import io.fluxalchemy.examples.chinook.model.MediaType;
import io.fluxalchemy.examples.chinook.model.Playlist;
import io.fluxalchemy.examples.chinook.model.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The script's rows as an entity graph: objects that refer to each other, without any key set. */
public final class Graph {

    private final Map<Integer, Genre> genres;
    private final Map<Integer, MediaType> mediaTypes;
    private final Map<Integer, Artist> artists;
    private final Map<Integer, Track> tracks = new LinkedHashMap<>();
    private final Map<Integer, Employee> employees;
    private final Map<Integer, Customer> customers;
    private final Map<Integer, Playlist> playlists;

    private Graph(Script script) {
        genres = index(script, "Genre", row -> new Genre(row.text(1)));
        mediaTypes = index(script, "MediaType", row -> new MediaType(row.text(1)));
        artists = index(script, "Artist", row -> new Artist(row.text(1)));
        Map<Integer, Album> albums =
                index(script, "Album", row -> artists.get(row.integer(2)).album(row.text(1)));
        for (Line row : script.rows("Track")) {
            tracks.put(row.integer(0), albums.get(row.integer(2)).track(track(row)));
        }
        employees = index(script, "Employee", Graph::employee);
        for (Line row : script.rows("Employee")) {
            if (row.integer(4) != null) {
                employees.get(row.integer(4)).leads(employees.get(row.integer(0)));
            }
        }
        customers = index(script, "Customer", this::customer);
        Map<Integer, Invoice> invoices = index(
                script,
                "Invoice",
                row -> customers.get(row.integer(1)).invoice(row.date(2), address(row, 3), row.decimal(8)));
        for (Line row : script.rows("InvoiceLine")) {
            invoices.get(row.integer(1)).line(tracks.get(row.integer(2)), row.decimal(3), row.integer(4));
        }
        playlists = index(script, "Playlist", row -> new Playlist(row.text(1)));
        for (Line row : script.rows("PlaylistTrack")) {
            playlists.get(row.integer(0)).getTracks().add(tracks.get(row.integer(1)));
        }
    }

    /** Builds the graph. */
    public static Graph of(Script script) {
        return new Graph(script);
    }

    public List<Genre> genres() {
        return List.copyOf(genres.values());
    }

    public List<MediaType> mediaTypes() {
        return List.copyOf(mediaTypes.values());
    }

    /** The artists, with their albums and tracks below them. */
    public List<Artist> artists() {
        return List.copyOf(artists.values());
    }

    /** The employees nobody leads, with everybody else below them. */
    public List<Employee> bosses() {
        return employees.values().stream().filter(e -> e.getBoss() == null).toList();
    }

    /** The customers, with their invoices and lines below them. */
    public List<Customer> customers() {
        return List.copyOf(customers.values());
    }

    public List<Playlist> playlists() {
        return List.copyOf(playlists.values());
    }

    private static <T> Map<Integer, T> index(Script script, String table, Function<Line, T> entity) {
        Map<Integer, T> byId = new LinkedHashMap<>();
        for (Line row : script.rows(table)) {
            byId.put(row.integer(0), entity.apply(row));
        }
        return byId;
    }

    private Track track(Line row) {
        return new Track(
                row.text(1),
                mediaTypes.get(row.integer(3)),
                genres.get(row.integer(4)),
                row.text(5),
                row.integer(6),
                row.integer(7),
                row.decimal(8));
    }

    private static Employee employee(Line row) {
        return new Employee(
                row.text(1),
                row.text(2),
                row.text(3),
                row.date(5),
                row.date(6),
                address(row, 7),
                new Contact(row.text(12), row.text(13), row.text(14)));
    }

    private Customer customer(Line row) {
        return new Customer(
                row.text(1),
                row.text(2),
                row.text(3),
                address(row, 4),
                new Contact(row.text(9), row.text(10), row.text(11)),
                employees.get(row.integer(12)));
    }

    private static Address address(Line row, int from) {
        return new Address(
                row.text(from), row.text(from + 1), row.text(from + 2), row.text(from + 3), row.text(from + 4));
    }
}
