package io.fluxalchemy.examples.chinook.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.examples.chinook.model.Artist;
import io.fluxalchemy.examples.chinook.model.Customer;
import io.fluxalchemy.examples.chinook.model.Employee;
import io.fluxalchemy.examples.chinook.model.Playlist;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {

    private final Script script = Script.chinook();

    @Test
    void theScriptHasEveryRowOfElevenTables() {
        assertThat(script.tables()).hasSize(11);
        assertThat(script.size()).isEqualTo(15_607);
    }

    @Test
    void quotesUnicodeAndNullsAreRead() {
        Script read = Script.parse(
                List.of("INSERT INTO \"chinook\".\"T\" VALUES(1,'It''s, A\\u00e7a(\\u2019)',NULL,'',2.50)"));
        assertThat(read.rows("T").get(0).values()).containsExactly("1", "It's, A\u00e7a(\u2019)", null, "", "2.50");
    }

    @Test
    void anUnknownTableIsNamed() {
        assertThatThrownBy(() -> script.rows("Nope"))
                .hasMessageContaining("Nope")
                .hasMessageContaining("Album");
    }

    @Test
    void theGraphHasEveryObjectOnce() {
        Graph graph = Graph.of(script);
        assertThat(graph.artists()).hasSize(275);
        assertThat(graph.artists().stream().mapToInt(a -> a.getAlbums().size()).sum())
                .isEqualTo(347);
        assertThat(graph.artists().stream()
                        .map(Artist::getAlbums)
                        .flatMap(List::stream)
                        .mapToInt(a -> a.getTracks().size())
                        .sum())
                .isEqualTo(3_503);
        assertThat(graph.playlists().stream()
                        .map(Playlist::getTracks)
                        .mapToInt(java.util.Set::size)
                        .sum())
                .isEqualTo(8_715);
        assertThat(graph.customers().stream()
                        .map(Customer::getInvoices)
                        .mapToInt(List::size)
                        .sum())
                .isEqualTo(412);
        assertThat(graph.bosses()).extracting(Employee::getLastName).containsExactly("Adams");
    }
}
